#!/bin/sh
# How does the closed relay come to know this machine? From the one configuration that there is (../relay/turnserver.conf, or
# the file beside this one) with the address, the name, the secret and the certificate of the environment in it.
set -eu
: "${RELAY_ADDRESS:?the address of this machine}" "${RELAY_NAME:?the name in its certificate}" "${TURN_SECRET:?what the site has too}"
tls=${TLS_DIR:-/etc/clearing/tls}
outer=${RELAY_OUTER_ADDRESS:-}
# Anything else would be a word of sed's, or a second line.
for value in "$RELAY_ADDRESS" "$RELAY_NAME" "$TURN_SECRET" "$tls" "$outer"; do
  case $value in *[!A-Za-z0-9._:/=-]*)
    echo "The relay did not start: its settings may hold letters, digits and ._:/=- alone." >&2
    exit 1
    ;;
  esac
done
here=$(dirname "$0")
closed=$here/turnserver.conf
[ -e "$closed" ] || closed=$here/../relay/turnserver.conf
# For nobody else to read: the secret is in it.
made=$(mktemp)
sed -e "s|203\.0\.113\.10|$RELAY_ADDRESS|g" \
  -e "s|^static-auth-secret=.*|static-auth-secret=$TURN_SECRET|" \
  -e "s|/etc/letsencrypt/live/relay\.example/|$tls/|" \
  -e "s|relay\.example|$RELAY_NAME|g" "$closed" >"$made"
[ -z "$outer" ] || printf 'external-ip=%s/%s\nallowed-peer-ip=%s\n' "$outer" "$RELAY_ADDRESS" "$outer" >>"$made"
exec turnserver -c "$made"
