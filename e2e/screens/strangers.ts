// The screens on the way to a stranger: the door, the waiting, the meeting, and what can be said afterwards.
import { press, sees, words } from '../people.ts'
import { begin, comeTogether, lookForSomebody, practice, reads, waitForSomebody } from '../strangers.ts'
import { bothOn, turnOf, type Walk } from './walk.ts'

const { after, agree, concern, door, meeting, over, prompts, safety } = practice
const { leave, left, ended, phases } = words

export async function strangers(walk: Walk): Promise<void> {
  const { maya, jonah, house, look } = walk
  await maya.goto('/practice')
  await press(maya, door.button)
  await reads(maya, door.adultMissing)
  await look('practice-door', maya)
  await waitForSomebody(maya, { name: 'Maya' })
  await look('practice-waiting', maya)
  const second = await maya.context().newPage()
  await lookForSomebody(second, { name: 'Maya' })
  await sees(maya, over.elsewhere.heading)
  await look('practice-elsewhere', maya)
  await second.close()

  await comeTogether(maya, jonah)
  await look('practice-meeting', maya)
  await press(maya, meeting.yes)
  await reads(jonah, meeting.theyWould('Maya'))
  await look('practice-they-would', jonah)
  await house.skip(30_000)
  await sees(jonah, over.missed.heading)
  await look('practice-missed', jonah)

  // They have met, and would meet again in a day.
  await house.skip(25 * 3600_000)
  await comeTogether(maya, jonah)
  await begin([maya, jonah])
  await look('practice-agree', maya)
  await press(maya, safety.open)
  await press(maya, after.concern)
  await press(maya, concern.send)
  await look('practice-safety', maya)
  await press(maya, safety.close)
  await bothOn(walk, agree.on)
  await bothOn(walk, phases.arrive.on)
  const { speaker } = await turnOf(walk)
  await reads(speaker, prompts.otherwise)
  await look('practice-speak', speaker)
  await press(maya, leave.do)
  await press(maya, leave.yes)
  await sees(maya, left.heading)
  await look('practice-left', maya)
  await sees(jonah, ended.heading)
  await maya.getByRole('link', { name: left.after }).click()
  await sees(maya, after.heading)
  await look('practice-after', maya)
  await press(maya, after.again('Jonah'))
  await sees(maya, after.hopingHeading)
  await look('practice-hoping', maya)
}
