#!/bin/sh
# How does a server end with the test that started it, even when the test is killed without a word? This shell stands
# between them: when descriptor 3 closes, as it does at any death of the other side, it kills the server. At the end it
# takes the folder in $1 away (none when empty). The rest of the arguments is the server's command.
# Whoever read our words may be gone when the shell says that it killed something.
trap '' PIPE
folder=$1
shift
"$@" 3<&- &
server=$!
echo "pid $server"
( read -r _ <&3; kill -9 $server ) 2>/dev/null &
watch=$!
exec 3<&-
wait $server
code=$?
kill $watch 2>/dev/null
wait $watch 2>/dev/null
[ -z "$folder" ] || rm -rf "$folder"
exit $code
