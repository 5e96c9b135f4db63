// Is Spanish whole, and is it as plain and kind as English?
import { describe, expect, it } from 'vitest'
import { time } from './es/time.ts'
import { facilitatorFor } from './facilitator.ts'
import { onePhoneFor } from './one-phone.ts'
import { practiceFor } from './practice.ts'
import { readingFor } from './reading.ts'
import { sentences } from './testing/sentences.ts'
import { wordsFor } from './words.ts'
import { workshopFor } from './workshop.ts'

const dictionary = (locale: 'en' | 'es') => [
  ...sentences(wordsFor(locale), 'words'),
  ...sentences(onePhoneFor(locale), 'onePhone'),
  ...sentences(practiceFor(locale), 'practice'),
  ...sentences(workshopFor(locale), 'workshop'),
  ...sentences(facilitatorFor(locale), 'facilitator'),
  ...sentences(readingFor(locale), 'reading'),
]
const english = dictionary('en')
const all = dictionary('es')
const twin = new Map(english.map(one => [one.path, one]))

/** Names, and what is written alike in both. */
const ALIKE = new Set([
  ...['words.site.name', 'words.site.titleOf', 'words.open.about', 'words.time.clock', 'words.open.time.clock'],
  ...['words.titles.room', 'onePhone.site.name', 'onePhone.site.titleOf', 'onePhone.time.clock'],
  ...[
    'practice.time.clock',
    'practice.lang',
    'workshop.lang',
    'workshop.circle.titleOf',
    'words.workshop.before.title',
  ],
  ...['facilitator.convene.about', 'facilitator.convene.time.clock', 'facilitator.board.time.clock'],
  'facilitator.board.lang',
])
/** Schools and books keep their names. */
const isNamed = (path: string) => /^reading\.how\.sources\.(practices|studies)\.\d+\.name$/.test(path)

const gendered =
  /\b(él|ella|ellos|ellas|list[oa]s?|segur[oa]s?|bienvenid[oa]s?|invitad[oa]s?|tranquil[oa]s?|sentad[oa]s?|juntos|juntas|cansad[oa]s?|conectad[oa]s?|amig[oa]s?|compañer[oa]s?|ambos|ambas|vosotr[oa]s|ustedes|usted|nosotr[oa]s)\b/iu
/** Rooms and links may be calm and whole; people are not called so. */
const ofThings = /sala tranquila/giu
const machine =
  /(?<!\p{L})(usuari[oa]s?|sesi[oó]n(es)?|caducad[oa]s?|fall[oó]s?|error(es)?|inválid[oa]s?|ups|lo sentimos|clic|contraseña|registrarse|desconectad[oa]s?)(?!\p{L})/iu

describe('Spanish beside English', () => {
  it('has the same entries, and tells each sentence the same things', () => {
    const shape = (one: typeof all) => one.map(({ path, takes }) => `${path} ${takes}`)
    expect(all.map(({ path }) => path)).toEqual(english.map(({ path }) => path))
    expect(shape(all)).toEqual(shape(english))
    expect(all.length).toBeGreaterThan(400)
  })

  it('leaves no sentence in English', () => {
    const same = all.filter(({ path, text }) => twin.get(path)?.text === text && !ALIKE.has(path) && !isNamed(path))
    expect(same.filter(({ path }) => path !== 'words.lang')).toEqual([])
  })

  it('calls the way out like nothing else that can be pressed', () => {
    for (const sentencesOf of [english, all]) {
      for (const scope of ['words', 'onePhone']) {
        const named = sentencesOf.find(({ path }) => path === `${scope}.leave.do`)?.text
        const pressed = sentencesOf.filter(({ path }) => path.startsWith(`${scope}.`) && path.endsWith('.on'))
        expect(pressed.length).toBeGreaterThan(10)
        expect(pressed.filter(({ text }) => text === named).map(({ path }) => path)).toEqual([])
      }
    }
  })

  it('says every name and number that English says', () => {
    const told = (text: string) => [/7/.test(text), /3/.test(text)]
    const timeless = all.filter(({ takes, path }) => takes !== null && !/\.time\./.test(path))
    expect(timeless.length).toBeGreaterThan(80)
    expect(timeless.filter(({ path, text }) => `${told(text)}` !== `${told(twin.get(path)?.text ?? '')}`)).toEqual([])
  })

  it('leaves nothing empty and no argument unsaid', () => {
    expect(all.filter(({ text }) => text.trim() === '' || /undefined|NaN|\[object/.test(text))).toEqual([])
  })
})

describe('the voice', () => {
  it('says nobody’s gender', () => {
    expect(all.filter(({ text }) => gendered.test(text.replace(ofThings, '')))).toEqual([])
  })

  it('has none of the words that machines use of people', () => {
    expect(all.filter(({ text }) => machine.test(text))).toEqual([])
  })

  it('opens each question and each cry, and quotes as Spanish does', () => {
    const count = (text: string, mark: string) => text.split(mark).length - 1
    expect(all.filter(({ text }) => count(text, '¿') !== count(text, '?'))).toEqual([])
    expect(all.filter(({ text }) => count(text, '¡') !== count(text, '!'))).toEqual([])
    expect(all.filter(({ text }) => count(text, '«') !== count(text, '»'))).toEqual([])
    expect(all.filter(({ text }) => /['"“”‘]|\.\.\./.test(text))).toEqual([])
  })
})

describe('time in words', () => {
  it.each([
    [1000, 'un segundo'],
    [15_000, '15 segundos'],
    [10_000, 'diez segundos'],
    [30_000, 'medio minuto'],
    [60_000, 'un minuto'],
    [90_000, 'un minuto y medio'],
    [135_000, 'dos minutos y 15 segundos'],
    [150_000, 'dos minutos y medio'],
    [300_000, 'cinco minutos'],
    [1_080_000, '18 minutos'],
  ])('%i ms is %s', (ms, said) => {
    expect(time.duration(ms)).toBe(said)
  })

  it.each([
    [300_000, 'Quedan unos cinco minutos'],
    [90_000, 'Quedan unos dos minutos'],
    [60_000, 'Queda cerca de un minuto'],
    [30_000, 'Llegando al final'],
    [0, 'El tiempo está completo'],
  ])('%i ms before the end it says: %s', (ms, said) => {
    expect(time.left(ms)).toBe(said)
  })
})
