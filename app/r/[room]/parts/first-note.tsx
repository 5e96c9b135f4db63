// Who speaks first, and who decided? Said once, in the open, on the first screen of the sitting: also when a coin did.
import type { RoomView } from '../../../../lib/wire/events.ts'
import type { RoomWords } from '../../../../lib/words/words.ts'
import { othersOf } from '../../../client/page/others.ts'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import styles from './first-note.module.css'

export function FirstNote({ view, names }: { view: RoomView; names: Names }) {
  const { first: words, workshop } = useWords()
  const { first, phase } = view
  if (!first || phase?.n !== 0) return null
  const mine = first.seat === view.you
  const chosen = mine ? words.coinChoseYou : names.of(first.seat)
  const speaks = mine ? words.youSpeak : words.theySpeak(names.of(first.seat))
  return (
    <p className={styles.note}>
      {first.how === 'coin'
        ? byCoin(first.both, chosen, othersOf(view).length > 1 ? workshop.three : words)
        : `${words.asWished} ${speaks}.`}
    </p>
  )
}

type CoinWords = Pick<RoomWords['first'], 'coinBothSpeak' | 'coinBothListen' | 'coinEither'>

function byCoin(both: NonNullable<RoomView['first']>['both'], chosen: string, words: CoinWords): string {
  switch (both) {
    case 'me':
      return words.coinBothSpeak(chosen)
    case 'other':
      return words.coinBothListen(chosen)
    case 'either':
    case null:
      return words.coinEither(chosen)
  }
}
