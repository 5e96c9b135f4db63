// Does a soak notice a process that forgets nothing? Loaded into the server's process (`npm run soak -- 2 --import
// ./e2e/load/keeps-every-view.mjs`), this keeps every view that anybody is shown.
import { Socket } from 'socket.io'

const kept = []
const { emit } = Socket.prototype
Socket.prototype.emit = function (event, ...told) {
  if (event === 'view') kept.push(told)
  return emit.call(this, event, ...told)
}
