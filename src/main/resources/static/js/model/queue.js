/**
 * The saves that wait on this device, as pure functions from a list of items to a list of items. At most two items belong
 * to one incident: one that has been sent and not answered, whose content must never change again since its key may stand
 * for it on the server, and one after it that holds what the person wrote last.
 */

/**
 * @typedef {object} Item
 * @property {number} seq order of sending, oldest first
 * @property {string} key Idempotency-Key of this save
 * @property {string} account user name; no other account sees or sends it
 * @property {string} incidentId
 * @property {object} body of PUT /api/incidents/{id}; of a withdrawal what the person saw, which is not sent
 * @property {boolean} [withdraws] takes the record back instead of saving it
 * @property {string|null} [reason] of a withdrawal; a save has it in its body
 * @property {Item|null} [replaced] the save whose place a withdrawal took, for who thinks better of it
 * @property {string|null} etag version that the save is based on; null for a new mark
 * @property {boolean} held the server has shown that it holds the incident, also where etag is null
 * @property {string|null} after key of the unanswered save of the same incident that goes first
 * @property {object} names what a person reads: categoryName, severityName, areaName, communeName
 * @property {boolean} timeIsDefault the time was "now" by this device's clock and was not touched
 * @property {number} assumedOffset clock offset (milliseconds) that "now" was taken with
 * @property {number} createdAt device time, milliseconds
 * @property {'waiting'|'sending'|'refused'|'conflict'} state
 * @property {boolean} attempted it went out at least once, so the server may have it
 * @property {number} failures attempts without an answer or with a passing one
 * @property {number} notBefore device time, milliseconds
 * @property {object|null} problem the server's reason
 * @property {object|null} theirs the server's version in a conflict
 * @property {string|null} theirsEtag
 */

const ofIncident = (items, incidentId) => items.filter((item) => item.incidentId === incidentId)

/** Whether the server may hold it although it has not said so. */
const isUncertain = (item) => item.attempted && ['waiting', 'sending'].includes(item.state)

/**
 * @param {Item[]} items @param {object} save key, account, incidentId, body, etag, names, timeIsDefault, assumedOffset
 * @param {number} now @returns {Item[]} with the new save, in place of what it replaces
 */
export function add(items, save, now) {
  const before = ofIncident(items, save.incidentId)
  const uncertain = before.find(isUncertain) ?? null
  const replaced = before.filter((item) => item !== uncertain)
  const first = replaced[0]
  // A new mark that never got there is simply forgotten.
  if (save.withdraws && !uncertain && first && !first.etag && !first.held) return items.filter((entry) => !replaced.includes(entry))
  const item = {
    ...save,
    // Based on what the first unsent save was based on, also after a conflict: only the one who was shown both versions
    // may write over the other (see insist).
    etag: uncertain ? null : first ? first.etag : save.etag,
    after: uncertain?.key ?? null,
    held: Boolean(first?.held),
    createdAt: first?.createdAt ?? now,
    seq: Math.max(0, ...items.map((entry) => entry.seq)) + 1,
    state: 'waiting',
    attempted: false,
    failures: 0,
    notBefore: 0,
    problem: null,
    theirs: null,
    theirsEtag: null,
    replaced: save.withdraws ? originalOf(first) : null,
  }
  return [...items.filter((entry) => !replaced.includes(entry)), item]
}

/** Withdrawn a second time, say with a reason: what the first one replaced still counts. */
const originalOf = (item) => (item?.withdraws ? item.replaced : item) ?? null

/** @returns {boolean} the server cannot have it, so that it can be undone here */
export const isUndoable = (item) => Boolean(item.withdraws) && !isUncertain(item)

/** Takes a withdrawal out of the queue; a save that it replaced comes back. @returns {Item[]} the same where it went out meanwhile */
export function undo(items, key) {
  const item = items.find((entry) => entry.key === key)
  if (!item || !isUndoable(item)) return items
  const back = item.replaced && { ...item.replaced, after: item.after, etag: item.etag }
  return items.flatMap((entry) => (entry !== item ? [entry] : back ? [back] : []))
}

/** @returns {Item|null} the next to send, oldest first; never before an older save of the same incident */
export function next(items, now) {
  const sorted = [...items].sort((a, b) => a.seq - b.seq)
  return sorted.find((item) => isOpen(item) && !item.after && item.notBefore <= now) ?? null
}

const isOpen = (item) => item.state === 'waiting' || item.state === 'sending'

/** @returns {number|null} when the next may go out, device time; null when nothing waits */
export function nextTime(items) {
  const times = items.filter((item) => isOpen(item) && !item.after).map((item) => item.notBefore)
  return times.length ? Math.min(...times) : null
}

/**
 * Marks an item as going out. Only at the first time is its default "now" put right by what is known of the clock: later
 * its content stands for its key.
 * @param {number} offset server time minus device time, milliseconds
 */
export function claim(items, key, offset) {
  return change(items, key, (item) => ({
    ...item,
    ...(item.attempted ? {} : withServerTime(item, offset)),
    state: 'sending',
    attempted: true,
  }))
}

/** Under a minute is not worth it: the field shows minutes. */
function withServerTime(item, offset) {
  const error = offset - item.assumedOffset
  if (!item.timeIsDefault || Math.abs(error) < 60_000) return {}
  const right = new Date(Date.parse(item.body.occurredAt) + error)
  right.setUTCSeconds(0, 0)
  // A correction that copies this time must not be put right a second time.
  return { body: { ...item.body, occurredAt: right.toISOString().replace('.000Z', 'Z') }, assumedOffset: offset }
}

/** It is on the server as this version. @param {string|null} etag */
export function sent(items, key, etag) {
  return items
    .filter((item) => item.key !== key)
    .map((item) => (item.after === key ? { ...item, after: null, etag } : item))
}

/** No answer, or one that may be another next time. */
export function postponed(items, key, notBefore) {
  return change(items, key, (item) => ({ ...item, state: 'waiting', failures: item.failures + 1, notBefore }))
}

/** The server has said no, so it does not hold it; it stays with the reason. */
export function refused(items, key, problem) {
  const [item, later] = [items.find((entry) => entry.key === key), items.find((entry) => entry.after === key)]
  // A new mark that was to be taken back and never got there: nothing is left to do.
  if (later?.withdraws && !item.etag) return leavingOut(leavingOut(items, item), later)
  // Other words have been found meanwhile, and they may do.
  if (later) return change(leavingOut(items, item), later.key, (entry) => ({ ...entry, after: null, etag: item.etag }))
  return settled(items, key, { state: 'refused', problem })
}

/** Somebody else was faster; both versions stay. */
export function conflicting(items, key, theirs, theirsEtag) {
  return settled(items, key, { state: 'conflict', theirs, theirsEtag, held: true })
}

function settled(items, key, outcome) {
  const later = items.find((item) => item.after === key)
  const rest = later ? leavingOut(items, later) : items
  const words = later
    ? {
        body: later.body,
        names: later.names,
        timeIsDefault: later.timeIsDefault,
        assumedOffset: later.assumedOffset,
        withdraws: Boolean(later.withdraws),
        reason: later.reason ?? null,
        replaced: later.replaced ?? null,
      }
    : {}
  return change(rest, key, (item) => ({ ...item, ...words, ...outcome, attempted: false }))
}

/**
 * The person has seen both versions and keeps the own one, or withdraws all the same: sent again on top of the other,
 * whose state stands.
 */
export function insist(items, key, newKey) {
  return change(items, key, (item) => ({
    ...item,
    key: newKey,
    etag: item.theirsEtag,
    body: item.theirs?.state ? { ...item.body, state: item.theirs.state } : item.body,
    state: 'waiting',
    theirs: null,
    theirsEtag: null,
    attempted: false,
    failures: 0,
    notBefore: 0,
  }))
}

const leavingOut = (items, item) => items.filter((entry) => entry !== item)

/** Takes an incident's saves out. */
export const without = (items, incidentId) => items.filter((item) => item.incidentId !== incidentId)

/** All may be tried at once: the network is back, or the person asks for it. */
export const hurried = (items) => items.map((item) => (item.notBefore ? { ...item, notBefore: 0 } : item))

function change(items, key, mapping) {
  return items.map((item) => (item.key === key ? mapping(item) : item))
}

/** @returns {Item[]} one per incident, the newest words first in the list */
export function latestOfEach(items) {
  const latest = new Map()
  for (const item of [...items].sort((a, b) => a.seq - b.seq)) latest.set(item.incidentId, item)
  return [...latest.values()].sort((a, b) => b.seq - a.seq)
}

const FIRST_DELAY_MS = 2_000
const LONGEST_DELAY_MS = 5 * 60_000

/**
 * Doubling pauses, half of each left to chance so that a village of phones does not come back in one moment.
 * @param {number} failures so far, 1 or more @param {number|null} retryAfterMs what the server asked for
 * @param {() => number} random
 */
export function pause(failures, retryAfterMs, random = Math.random) {
  const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failures - 1, 20))
  const own = longest / 2 + (longest / 2) * random()
  return Math.max(own, retryAfterMs ?? 0)
}

/**
 * What an answer means for its item.
 * @param {{status: number, type?: string}} answer status 0: none came
 * @returns {'sent'|'again'|'everythingAgain'|'signIn'|'token'|'conflict'|'refused'}
 */
export function verdict({ status, type }) {
  if (status === 200 || status === 201) return 'sent'
  if (status === 401) return 'signIn'
  if (status === 403 && String(type).endsWith('#access-denied')) return 'token'
  if (status === 412 || status === 428) return 'conflict'
  if (status === 0 || [408, 429, 502, 503, 504].includes(status)) return 'everythingAgain'
  // A fault over this one record must not hold up the others.
  return status >= 500 || status < 400 ? 'again' : 'refused'
}
