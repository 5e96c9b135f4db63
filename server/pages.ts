// Who answers for the pages? Next, on our port, as one more listener beside the socket.
import { existsSync } from 'node:fs'
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import next from 'next'
import type { Config } from './config.ts'

export interface Pages {
  answer(request: IncomingMessage, response: ServerResponse): void
  close(): Promise<void>
}

/** Rejects when the pages were never built and this is not development. */
export async function preparePages(http: HttpServer, { dev, port, host }: Config): Promise<Pages> {
  const dir = projectFolder()
  const app = next({ dev, dir, httpServer: http, hostname: host, port })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    answer(request, response) {
      handle(request, response).catch(() => {
        // A page that fails must not end the process that holds everybody's connection.
        if (!response.headersSent) response.writeHead(500)
        response.end()
      })
    },
    // Next has one server for a folder, however many sites a process opens on it: to close it here would close it for all of
    // them. Nothing of it outlives the process, except where somebody works on the pages.
    close: async () => {
      if (dev) await app.close()
    },
  }
}

/** The nearest folder above this file that holds the project: one level up in the sources, two in what is compiled. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'next.config.js'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('next.config.js is missing beside the server')
    folder = above
  }
  return folder
}
