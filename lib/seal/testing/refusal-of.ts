// How is something refused, and is nothing told with the refusal?
import { SealError } from '../seal-error.ts'

/** The code of the refusal, after a look that nothing but the code is in it; 'opened' when there was none. */
export async function refusalOf(opening: Promise<unknown>): Promise<string> {
  try {
    await opening
    return 'opened'
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    const { code, message, cause } = error
    const told = `${message} ${cause} ${JSON.stringify(error)}`
    if (told !== `seal: ${code} undefined {"name":"SealError","code":"${code}"}`) throw new Error(`told: ${told}`)
    return code
  }
}
