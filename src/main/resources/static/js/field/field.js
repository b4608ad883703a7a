import { ApiProblem } from '../api/http.js'
import { add, latestOfEach, verdict } from '../model/queue.js'
import { newUuid } from '../model/uuid.js'
import { clockOffset } from './clock.js'
import { createSender, transmit } from './sender.js'
import { createQueueStore } from './store.js'

/** How long a form waits for the receipt before it trusts the queue. */
const PATIENCE_MS = 6_000

/** Neither the disk nor the network took the mark: the form must stay as it is. */
export class NotKept extends Error {
  constructor() {
    super('neither kept nor sent')
    this.name = 'NotKept'
  }
}

/**
 * Marks of one account on this device: kept first, then sent.
 * @param {{account: string, confirmed: boolean, isOnline: () => boolean, onAway?: () => void,
 *   onSent: (receipt: object, incident: object, waited: boolean) => void, onStopped: (why: string) => void}} options
 *   onSent: waited = a form is waiting for it and will tell
 */
export function createField({ account, confirmed, isOnline, onAway, onSent, onStopped }) {
  const store = createQueueStore(account)
  const awaited = new Map()
  const unkept = new Map()
  const sender = createSender({
    store,
    confirmed,
    isOnline,
    onAway,
    onStopped,
    onSent: (receipt, incident) => {
      const waiting = awaited.get(receipt.incidentId)
      if (waiting) waiting.answer = { kind: 'sent', receipt, incident }
      onSent(receipt, incident, Boolean(waiting))
    },
  })

  /** @returns {Promise<{kind: 'sent'|'kept'|'refused'|'conflict', receipt?: object, incident?: object, item?: object}>} */
  async function outcome(incidentId) {
    const waiting = { answer: null }
    awaited.set(incidentId, waiting)
    const end = Date.now() + (isOnline() ? PATIENCE_MS : 0)
    try {
      let woken = sender.wake()
      while (true) {
        const items = (await store.items()).filter((item) => item.incidentId === incidentId)
        const stopped = items.find((item) => ['refused', 'conflict'].includes(item.state))
        if (stopped) return { kind: stopped.state, item: stopped }
        if (!items.length && waiting.answer) return waiting.answer
        // One failed attempt is enough to let the person go: the queue tries on.
        if (Date.now() >= end || !isOnline() || items.some((item) => item.failures > 0)) return { kind: 'kept', item: latestOfEach(items)[0] ?? null }
        await Promise.race([woken, changeOr(end - Date.now())])
        woken = new Promise(() => {})
      }
    } finally {
      awaited.delete(incidentId)
    }
  }

  function changeOr(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(done, Math.min(500, Math.max(0, milliseconds)))
      const leave = store.subscribe(done)
      function done() {
        clearTimeout(timer)
        leave()
        resolve()
      }
    })
  }

  /** The disk is full: there is still the network. The same words keep their key, so that a second try is no second mark. */
  async function sendUnkept(item) {
    const words = JSON.stringify([item.incidentId, item.etag, item.body, item.withdraws, item.reason])
    const key = unkept.get(words) ?? item.key
    unkept.set(words, key)
    const answer = await transmit({ ...item, key })
    if (verdict(answer) === 'sent') return { kind: 'sent', receipt: null, incident: answer.body }
    if (verdict(answer) === 'refused') throw new ApiProblem({ ...answer.body, status: answer.status })
    throw new NotKept()
  }

  return {
    store,
    sender,
    outcome,
    /**
     * @param {{incidentId: string, body: object, etag: string|null, names: object, timeIsDefault: boolean,
     *   assumedOffset: number, withdraws?: boolean, reason?: string|null}} save or withdrawal
     * @throws {NotKept} when it is neither on this device nor on the server
     */
    async save(save) {
      // Asked for with the first mark: then a person can see what it is for.
      navigator.storage?.persist?.().catch(() => {})
      const item = { ...save, key: newUuid(), account }
      try {
        await store.apply((items) => add(items, item, Date.now()))
      } catch {
        return sendUnkept(item)
      }
      return outcome(save.incidentId)
    },
    /** @returns {Promise<object[]>} the newest save of each incident */
    waiting: async () => latestOfEach(await store.items()),
    assumedOffset: clockOffset,
  }
}

/** @param {import('../model/queue.js').Item} item @returns {object} it, as the page shows incidents */
export function asIncident(item) {
  const named = (fullName) => (fullName ? { fullName } : null)
  return {
    ...item.body,
    id: item.incidentId,
    categoryName: item.names?.categoryName,
    severityName: item.names?.severityName,
    residentialArea: named(item.names?.areaName),
    commune: named(item.names?.communeName),
    withdrawn: false,
    mine: true,
    queued: item.state,
    withdrawing: Boolean(item.withdraws),
    problem: item.problem,
  }
}
