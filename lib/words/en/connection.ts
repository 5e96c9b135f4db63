// What is said when a connection is quiet?

export const connection = {
  quiet: 'Your connection is quiet. We are trying again.',
  offline: 'This device is offline. Your place is kept.',
  moving: 'The room is moving to another machine. Stay here; nothing is lost.',
  tryNow: 'Try now',
}
