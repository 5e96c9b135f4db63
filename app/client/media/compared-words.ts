// Which words do two people read to each other? Four of 2,048 short ones, in the language that both waited in: the lists of
// BIP 39, whose words differ within their first four letters. Only the list that is needed is loaded.

/** Only these have a list here; every other language reads English. */
export type ListLanguage = 'en' | 'es'

export function listLanguage(language: string | null): ListLanguage {
  return language === 'es' ? 'es' : 'en'
}

const LISTS: Record<ListLanguage, () => Promise<{ wordlist: readonly string[] }>> = {
  en: () => import('@scure/bip39/wordlists/english.js'),
  es: () => import('@scure/bip39/wordlists/spanish.js'),
}

export async function wordsOf(numbers: readonly number[], language: ListLanguage): Promise<string[]> {
  const { wordlist } = await LISTS[language]()
  // The Spanish list has its accents as marks of their own, which some fonts set beside the letter.
  return numbers.map(number => (wordlist[number] ?? '').normalize('NFC'))
}
