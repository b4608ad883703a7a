import { transact, whenRead } from './database.js'

const RECEIPTS_KEPT = 50

/**
 * The queue of one account on this device. Every change reads the account's items, applies a pure function of
 * model/queue.js and writes the difference, all in one transaction: two tabs cannot undo each other's steps.
 * @param {string} account user name
 */
export function createQueueStore(account) {
  const listeners = new Set()
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('anttmap-queue') : null
  const tell = () => [...listeners].forEach((listener) => listener())
  channel?.addEventListener('message', tell)

  const changed = () => {
    tell()
    channel?.postMessage('changed')
  }

  const mine = (items) => items.filter((item) => item.account === account)

  return {
    account,
    /** @param {() => void} listener called after changes, also those of other tabs @returns {() => void} ends it */
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** @returns {Promise<import('../model/queue.js').Item[]>} oldest first */
    async items() {
      const all = await transact(['items'], 'readonly', ({ items }, done) => whenRead(items.getAll(), done))
      return mine(all).sort((a, b) => a.seq - b.seq)
    },

    /** @returns {Promise<number>} saves of other accounts that wait on this device */
    othersCount: () =>
      transact(['items'], 'readonly', ({ items }, done) =>
        whenRead(items.getAll(), (all) => done(new Set(all.filter((item) => item.account !== account).map((item) => item.incidentId)).size)),
      ),

    /** @param {(items: object[]) => object[]} step @param {object|null} [receipt] kept together with the step */
    async apply(step, receipt = null) {
      const answer = await transact(['items', 'receipts'], 'readwrite', ({ items, receipts }, done) => {
        whenRead(items.getAll(), (all) => {
          const before = mine(all)
          const after = step(before)
          const kept = new Set(after.map((item) => item.key))
          for (const item of before) if (!kept.has(item.key)) items.delete(item.key)
          for (const item of after) if (!before.includes(item)) items.put(item)
          if (receipt) receipts.put({ ...receipt, account })
          done(after)
        })
      })
      changed()
      return answer
    },

    /** @returns {Promise<object[]>} what the server has confirmed lately, newest first */
    async receipts() {
      const all = await transact(['receipts'], 'readonly', ({ receipts }, done) => whenRead(receipts.getAll(), done))
      return mine(all).sort((a, b) => b.sentAt - a.sentAt)
    },

    async receiptOf(key) {
      const receipt = await transact(['receipts'], 'readonly', ({ receipts }, done) => whenRead(receipts.get(key), done))
      return receipt ?? null
    },

    /** Old receipts go; the newest stay. */
    async tidy() {
      const old = (await this.receipts()).slice(RECEIPTS_KEPT)
      if (old.length)
        await transact(['receipts'], 'readwrite', ({ receipts }) => old.forEach((entry) => receipts.delete(entry.key)))
    },

    /** At sign-out. @param {{queueToo: boolean}} options */
    async wipe({ queueToo }) {
      const [receipts, items] = [await this.receipts(), queueToo ? await this.items() : []]
      await transact(['items', 'receipts'], 'readwrite', (stores) => {
        for (const { key } of receipts) stores.receipts.delete(key)
        for (const { key } of items) stores.items.delete(key)
      })
      changed()
    },
  }
}
