import { transact, whenRead } from './database.js'

const LEASE_MS = 45_000

/**
 * Only one tab sends at a time. Web Locks end with their tab; where they do not exist (plain HTTP) a lease in the
 * database does, which another tab may take over once it has run out.
 * @param {string} name @param {(renew: () => Promise<void>) => Promise<void>} work
 */
export async function inTurn(name, work) {
  if (navigator.locks) return navigator.locks.request(name, () => work(async () => {}))
  const owner = Math.random().toString(36)
  while (!(await take(name, owner))) await new Promise((resolve) => setTimeout(resolve, 1_000 + Math.random() * 1_000))
  try {
    return await work(() => take(name, owner))
  } finally {
    await transact(['leases'], 'readwrite', ({ leases }) => leases.delete(name))
  }
}

function take(name, owner) {
  return transact(['leases'], 'readwrite', ({ leases }, done) =>
    whenRead(leases.get(name), (lease) => {
      const free = !lease || lease.owner === owner || lease.until < Date.now()
      if (free) leases.put({ name, owner, until: Date.now() + LEASE_MS })
      done(free)
    }),
  )
}
