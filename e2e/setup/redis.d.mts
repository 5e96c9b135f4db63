// Which types do the tests see of redis.mjs?
export interface RedisServer {
  port: number
  /** `redis://127.0.0.1:<port>` */
  url: string
  /** The process of the server itself, to freeze it with SIGSTOP and wake it with SIGCONT. */
  pid: number
  /** Lets it shut down. Resolves when it is gone; may be called again. */
  stop(): Promise<void>
  /** A crash. Resolves when it is gone; may be called again. */
  kill(): Promise<void>
}

export interface RedisOptions {
  /** Further words of its command line. They win over ours, which write nothing to disk. */
  args?: readonly string[]
  /** To come back where another server was. A free one when left out. */
  port?: number
  /** A folder of the caller's for its files, to keep them beyond its life. One of its own, removed with it, when left out. */
  dir?: string
}

export const REDIS_ADVICE: string
export function findRedis(env?: Readonly<Record<string, string | undefined>>): string | null
export function installRedis(): Promise<string | null>
export function startRedis(options?: RedisOptions): Promise<RedisServer>
