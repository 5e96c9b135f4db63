// What does the page say about what is sent, what is sealed, what is kept and for how long, and what it cannot do?

export const privacy = {
  title: 'Privacy',
  heading: 'What happens to your words',
  lead: 'They go from one of you to the other, sealed, and are kept by nobody.',
  sections: [
    {
      heading: 'What stays on your device',
      items: [
        'The picture you walk in with.',
        'How close you feel to the other person, before and after, if you choose to say so at all. Only after a round of a workshop may you give it to whoever leads it, without your name, and by a press for that alone.',
        'Whether you felt heard, if you answer the eight statements at the end: that is not even stored, and is gone when you leave the page.',
        'Your settings: light or dark, the bell, how time is shown, and the choices you last made when you opened a room.',
        'Your name waits there too, so that you need not write it again, until you clear this site’s data.',
      ],
    },
    {
      heading: 'What waits on your device while a room lasts',
      items: [
        'So that you can load the page again, or close it and come back: what you have written yourself, the picture you walk in with, how close you felt, the token of your seat, and the secret end of the link. They lie in this browser’s storage, readable to whoever uses this browser.',
        'All of it is erased when you leave, when you let the room go, and when the room is gone. If you simply never come back, it is erased after a day, when the first page of this site, or one on which people sit down or prepare to, is next opened here.',
        'What the other person wrote is only ever on the screen, and with somebody new in the memory of the page.',
        'In a repair, three presses of Shift, or “Leave at once” in the menu of a phone, lead away: all of this is erased and an empty page is shown. Your browser’s history still tells that you were here.',
      ],
    },
    {
      heading: 'When one phone lies between two of you',
      items: [
        'Nothing of that sitting is sent to anybody. The page keeps its own time, and asks nothing of us once it is there.',
        'So that the page can be loaded again in the middle, what you both write waits in this tab, with your names and the time: the two pictures until the lines open, and the lines until the sitting is over. Then it is erased; it goes with the tab in any case.',
        'Before the lines open, one of you could find out what the other wrote, by taking the phone or with the tools of the browser. Nothing seals what two people share one phone for.',
        'So that the page begins where there is no network, your browser keeps the page itself with its scripts and typefaces. Nothing that anybody wrote is in them, and nothing of any room.',
      ],
    },
    {
      heading: 'When you practise with somebody new',
      items: [
        'So that two who should not meet again do not, this browser keeps a random mark. We keep a scrambled form of it: for a day after two have sat together, for a year when one of them never wants to meet again.',
        'If you tell us of a concern, we keep the time, scrambled forms of the room and of both marks, its kind, and what you write yourself. Of what was said we learn nothing, unless you choose sentences that the other wrote to you: then we read those, and can see that they were written. All of these words lie with us sealed, and go by themselves after some months.',
        'So that such a sentence can be shown to be theirs, and no other can be made up, our server puts a mark on each as it passes, without reading it, and keeps none. What the other wrote stays in the memory of the room’s page until you leave that page, or load it again.',
        'By voice, sound goes through a relay, so neither of you learns the other’s internet address. Before you speak you can compare four words, which differ if anybody is between you. In writing nothing can be compared.',
        'How you waited is remembered on this device, and whom you met in this window only, so that you can still tell us of a concern for some hours.',
        'For as long we know who sat with whom: from when you are brought together until at most six hours after your sitting we keep the two names, whether the sitting began, and scrambled forms of the room, of both marks and of the tokens of both seats.',
      ],
    },
    {
      heading: 'When you come to a workshop',
      items: [
        'Its facilitator reads your name, with whom you sit in a round, whether you are connected, and in which phase your room is. Never a word of what is said or written there: they hear you only in person, once each of you in a room has let them in. The wall that everybody sees shows no name.',
        'So that you are the same person when you come back, this browser keeps a token until you leave the circle, at most for two days. We keep the names and who has sat with whom until the facilitator closes the circle, or until nothing has happened in it for half a day.',
        'What you give of a round goes only if you press for it, and without your name. The facilitator sees sums, and only of five people or more.',
        'A closing line stands on the wall only if you press for it, without your name. Then our server reads that one line, as it reads no other word of a room. It is kept sealed for the facilitator’s key, they can take it down, and it goes with the workshop.',
      ],
    },
    {
      heading: 'What is sealed',
      items: [
        'What you write during your turn, and your closing line, are encrypted in your browser before they are sent. The keys are made anew each time a page is loaded, stay in the memory of the two browsers, and are gone when you close the page.',
        'The end of the link that you send, after the # sign, is a secret that browsers do not send to a server. It is mixed into the keys. So we cannot read your words while they pass, and a link that is found later reads nothing.',
        'Text is padded before it is sealed, so that its length says little.',
        'By voice, and where you see each other, sound and picture go from your browser to the other one’s and are encrypted on the way. How the two find each other is sealed like your words, so nobody can step in between: what was changed on the way is not played, and the screen says so.',
        'Your microphone is opened only by you, and is heard only in your turn and where both of you speak. A camera opens only after both of you have said yes, and closes for both when one takes it back.',
        'Where both of you have said yes, the one who listens may read along. Their own browser writes down what it hears, on the device; where a browser cannot promise that, this is not offered. The two latest lines are on that screen alone, and gone with the turn.',
        'When you sit in one place and speak aloud, what you say is not sent at all. Your microphone stays closed.',
      ],
    },
    {
      heading: 'What the server knows, and for how long',
      items: [
        'While a room exists: the two names, the sitting you chose, who wished to speak first, which phase it is in, who is connected and since when, the public half of the keys, and a fingerprint of the token that holds your seat.',
        'The two sealed closing lines, until shortly after they open for both of you. It cannot read them.',
        'A finished room is gone within a minute. A sitting that everybody has left alone ends after fifteen minutes, one that is paused or has no clock three hours after the last thing that happened, and a room that nobody began after a day. Nobody has to remember to delete it: the room carries its own end.',
        'Your internet address, while you are connected, as any site you visit does. To keep a single address from filling the house, it counts connections under a scrambled form of the address, in memory only, under a key that ends with the process.',
        'Its logs and counts hold no words, no names, no addresses and no tokens.',
      ],
    },
    {
      heading: 'What is not here',
      items: [
        'No account, no e-mail address, no advertising, no measuring of visitors.',
        'No cookie, unless you choose a language here: then one remembers which, and nothing else, for a year.',
        'No page asks anything of another company’s server.',
        'Nothing is recorded. There is no button for it, and no place where it would go.',
        'Opening a link does not take a seat; coming in does. So a preview in a messenger cannot fill your room.',
      ],
    },
    {
      heading: 'What this cannot protect you from',
      items: [
        'The other person. They can remember, take a picture of the screen, or record the room you sit in.',
        'Your own device, if something on it reads along: an extension, a keyboard that learns, a person who watches.',
        'Whoever runs this server could, if they meant harm or were compelled, give you an altered page that does not seal. You can lessen this by running it yourself; the source is open.',
        'Somebody who gets the link before the person it was for, and comes in under their name. If you are in doubt who came, ask them out before you begin.',
        'By voice, the other browser learns the address that yours has in the network, unless whoever runs this server leads all voices through a relay.',
        'That you met. The server, and the network between, can see that two addresses were connected at the same time, for how long, and roughly how much was sent.',
        'Your browser’s history. The secret stays in the address until the sitting begins, so that you can copy it from there, and is then taken out; a browser that copies its history to other devices may have noted it first.',
        'Pressure. No seal helps when somebody makes you sit here.',
      ],
    },
    {
      heading: 'If a page is loaded again',
      items: [
        'Your keys are then new, and the other browser seals for you again what was said in this phase, and the line if it is open. The room, its phase and its time come back from the server.',
        'If the other browser is closed, what it said cannot be read again by anybody. The screen says so.',
        'If the server loses a room, as it can when it is restarted and keeps rooms in its own memory, the room comes back from a page that was open in it. For this each page keeps the room in its own memory (names, times and sealed lines, and none of your words in the clear), sealed so that only the server can read it. If no such page is open, the room is gone.',
      ],
    },
  ],
  open: 'Open a room',
}
