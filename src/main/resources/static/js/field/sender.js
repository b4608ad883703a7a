import { exchange, useCsrf } from '../api/http.js'
import * as queue from '../model/queue.js'
import { newUuid } from '../model/uuid.js'
import { clockOffset } from './clock.js'
import { inTurn } from './turn.js'

const path = (id) => `/api/incidents/${encodeURIComponent(id)}`

/**
 * Sends the queue, one save at a time and oldest first, and never the same save as two.
 * @param {{store: ReturnType<import('./store.js').createQueueStore>, confirmed: boolean, isOnline?: () => boolean,
 *   onAway?: () => void, onSent?: (receipt: object, incident: object) => void,
 *   onStopped?: (why: 'signIn'|'otherAccount') => void}} options isOnline: as far as is known
 */
export function createSender({ store, confirmed: alreadyConfirmed, isOnline = () => true, onAway = () => {}, onSent = () => {}, onStopped = () => {} }) {
  let asked = false
  let running = null
  let timer = null
  /** The account and the token were confirmed by the server in this page's life. */
  let confirmed = alreadyConfirmed
  let failures = 0

  /** @returns {Promise<boolean>} the service is there, and the session is this account's */
  async function confirm() {
    const { status, body } = await exchange('GET', '/api/session', null)
    if (status === 401) return stop('signIn')
    if (status !== 200 || !body?.username) return false
    if (body.username !== store.account) return stop('otherAccount')
    useCsrf(body.csrf)
    confirmed = true
    return true
  }

  function stop(why) {
    confirmed = false
    onStopped(why)
    return false
  }

  async function drain(renew) {
    while (true) {
      const items = await store.items()
      const item = queue.next(items, Date.now())
      if (!item) return later(queue.nextTime(items))
      // What certainly did not go out can still be undone: where the service seems to be away, it is asked first.
      if (!(confirmed && isOnline()) && !(await confirm())) return later(Date.now() + queue.pause(++failures, null))
      await renew()
      if (!(await send(item))) return
    }
  }

  /** @returns {Promise<boolean>} whether to go on at once */
  async function send({ key }) {
    const claimed = (await store.apply((items) => queue.claim(items, key, clockOffset()))).find(
      (item) => item.key === key,
    )
    // Replaced or thrown away since it was looked at.
    if (!claimed) return true
    const answer = await transmit(claimed)
    const verdict = queue.verdict(answer)
    if (verdict === 'sent') await keepReceipt(claimed, answer)
    else if (verdict === 'conflict') return keepBoth(claimed)
    else if (verdict === 'refused') await store.apply((items) => queue.refused(items, key, answer.body ?? {}))
    else return postpone(claimed, answer, verdict)
    failures = 0
    return true
  }

  async function keepReceipt(item, answer) {
    // A repeat: the record may have gone on, so the next save builds on the version that this one made.
    const etag = answer.header('Idempotency-Version') ?? answer.etag
    const receipt = {
      key: item.key,
      incidentId: item.incidentId,
      version: answer.body.version,
      changedAt: answer.body.changedAt ?? new Date(answer.header('Date') ?? Date.now()).toISOString(),
      names: item.names,
      occurredAt: item.body.occurredAt,
      withdrawn: Boolean(item.withdraws),
      sentAt: Date.now(),
    }
    await store.apply((items) => queue.sent(items, item.key, etag), receipt)
    onSent(receipt, answer.body)
  }

  async function keepBoth(item) {
    const now = await exchange('GET', path(item.incidentId), null)
    if (now.status !== 200) return postpone(item, now, 'everythingAgain')
    // The version shown and the version written over must be one and the same.
    await store.apply((items) => queue.conflicting(items, item.key, now.body, now.etag))
    return true
  }

  async function postpone(item, answer, verdict) {
    const seconds = Number(answer.header('Retry-After'))
    const wait = queue.pause(item.failures + 1, Number.isFinite(seconds) ? seconds * 1000 : null)
    await store.apply((items) => queue.postponed(items, item.key, verdict === 'signIn' ? 0 : Date.now() + wait))
    if (verdict === 'signIn') return stop('signIn')
    // A new token is to be had from the session; should it be another account's, confirm() says so.
    if (verdict === 'token') return ((confirmed = false), confirmSoon(item))
    if (verdict === 'again') return true
    failures += 1
    confirmed = false
    onAway()
    later(Date.now() + wait)
    return false
  }

  async function confirmSoon(item) {
    await store.apply((items) => items.map((entry) => (entry.key === item.key ? { ...entry, notBefore: 0 } : entry)))
    return item.failures < 3
  }

  function later(time) {
    clearTimeout(timer)
    if (time !== null) timer = setTimeout(wake, Math.max(250, time - Date.now()))
  }

  /** Looks at the queue now, or once more when it is being looked at. @returns {Promise<void>} when that is done */
  function wake() {
    asked = true
    running ??= (async () => {
      try {
        while (asked) {
          asked = false
          await inTurn('anttmap-queue', drain)
        }
      } finally {
        running = null
      }
    })()
    return running
  }

  return {
    wake,
    confirm,
    /** Somebody asks, or the network is back: pauses are over. */
    async hurry() {
      failures = 0
      if ((await store.items()).some((item) => item.notBefore)) await store.apply(queue.hurried)
      return wake()
    },
    /** @param {'mine'|'theirs'} choice of the person who was shown both versions */
    async resolve(incidentId, key, choice) {
      const newKey = newUuid()
      await store.apply((items) =>
        choice === 'mine' ? queue.insist(items, key, newKey) : items.filter((item) => item.key !== key),
      )
      wake()
      return newKey
    },
  }
}

/** @returns {Promise<object>} the answer; status 0 where it does not speak of this incident */
export async function transmit(item) {
  const basedOn = item.etag ? { 'If-Match': item.etag } : {}
  // What is withdrawn stays so, and the service answers a repeat like the first: no key is needed.
  const answer = item.withdraws
    ? await exchange('POST', `${path(item.incidentId)}/withdraw`, { reason: item.reason }, { headers: basedOn })
    : await exchange('PUT', path(item.incidentId), item.body, { headers: { 'Idempotency-Key': item.key, ...basedOn } })
  const foreign = answer.status >= 200 && answer.status < 300 && answer.body?.id !== item.incidentId
  return foreign ? { ...answer, status: 0 } : answer
}
