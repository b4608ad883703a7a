import assert from 'node:assert/strict'
import { test } from 'node:test'

const JS = new URL('../../main/resources/static/js/', import.meta.url)
const queue = await import(new URL('model/queue.js', JS))
const { locateOnDevice } = await import(new URL('field/areas.js', JS))
const clock = await import(new URL('field/clock.js', JS))

let keys = 0
const save = (incidentId, note, more = {}) => ({
  key: `key-${++keys}`,
  account: 'officer',
  incidentId,
  body: { note, occurredAt: '2026-08-02T01:00:00Z' },
  etag: null,
  names: {},
  timeIsDefault: false,
  assumedOffset: 0,
  ...more,
})
const notes = (items) => items.map((item) => item.body.note)

test('saves go out oldest first, one at a time', () => {
  const items = queue.add(queue.add([], save('a', 'one'), 0), save('b', 'two'), 0)
  assert.equal(queue.next(items, 0).body.note, 'one')
  assert.equal(queue.next(queue.sent(items, items[0].key, '"0"'), 0).body.note, 'two')
})

test('a correction takes the place of a save that was never sent', () => {
  const items = queue.add(queue.add([], save('a', 'one'), 0), save('a', 'two'), 5)
  assert.deepEqual(notes(items), ['two'])
  assert.equal(items[0].createdAt, 0)
})

test('a save that may be on the server keeps its key and content; the correction waits behind it', () => {
  let items = queue.add([], save('a', 'one'), 0)
  const { key } = items[0]
  items = queue.claim(items, key, 0)
  items = queue.add(items, save('a', 'two'), 0)
  items = queue.add(items, save('a', 'three'), 0)
  assert.deepEqual(notes(items), ['one', 'three'])
  assert.equal(items[0].key, key)
  items = queue.postponed(items, key, 100)
  assert.equal(queue.next(items, 50), null)
  assert.equal(queue.next(items, 100).key, key)
  items = queue.sent(items, key, '"4"')
  assert.deepEqual(notes(items), ['three'])
  assert.equal(queue.next(items, 0).etag, '"4"')
})

test('a refusal brings the last words forward and holds up nobody else', () => {
  let items = queue.add([], save('a', 'one', { etag: '"7"' }), 0)
  const { key } = items[0]
  items = queue.add(queue.claim(items, key, 0), save('a', 'two'), 0)
  items = queue.add(items, save('b', 'other'), 0)
  items = queue.refused(items, key, { detail: 'no' })
  assert.deepEqual(notes(items), ['two', 'other'])
  assert.deepEqual([items[0].state, items[0].etag, items[0].after], ['waiting', '"7"', null])
  items = queue.refused(items, items[0].key, { detail: 'no' })
  assert.equal(items[0].state, 'refused')
  assert.equal(queue.next(items, 0).body.note, 'other')
  items = queue.add(items, save('a', 'mended'), 0)
  assert.deepEqual([items[1].state, items[1].etag, items[1].body.note], ['waiting', '"7"', 'mended'])
})

test('after a conflict only who saw both versions writes over the other', () => {
  let items = queue.add([], save('a', 'mine', { etag: '"1"' }), 0)
  const { key } = items[0]
  items = queue.conflicting(queue.claim(items, key, 0), key, { note: 'theirs' }, '"2"')
  assert.equal(queue.next(items, 0), null)
  assert.equal(queue.add(items, save('a', 'again', { etag: '"9"' }), 0)[0].etag, '"1"')
  const insisted = queue.insist(items, key, 'new')
  assert.deepEqual([insisted[0].key, insisted[0].etag, insisted[0].state], ['new', '"2"', 'waiting'])
})

const withdrawal = (incidentId, more = {}) => save(incidentId, 'as seen', { withdraws: true, reason: null, etag: '"3"', ...more })

test('a withdrawal goes out like a save, on the version that was seen', () => {
  const items = queue.add([], withdrawal('a'), 0)
  assert.deepEqual([items[0].withdraws, items[0].etag, items[0].state], [true, '"3"', 'waiting'])
  assert.equal(queue.next(items, 0).key, items[0].key)
  assert.deepEqual(queue.sent(items, items[0].key, '"4"'), [])
})

test('a withdrawal can be undone until it goes out, and a correction that it replaced comes back', () => {
  let items = queue.add([], save('a', 'corrected', { etag: '"3"' }), 0)
  const correction = items[0].key
  items = queue.add(items, withdrawal('a', { etag: '"9"' }), 0)
  assert.deepEqual([items.length, items[0].withdraws, items[0].etag], [1, true, '"3"'])
  // A second time, now with a reason: the correction is not forgotten.
  items = queue.add(items, withdrawal('a', { reason: 'ghi trùng' }), 0)
  assert.deepEqual([items.length, items[0].reason], [1, 'ghi trùng'])
  assert.ok(queue.isUndoable(items[0]))
  const back = queue.undo(items, items[0].key)
  assert.deepEqual([back.length, back[0].key, back[0].body.note, back[0].etag], [1, correction, 'corrected', '"3"'])
  const { key } = items[0]
  items = queue.claim(items, key, 0)
  assert.equal(queue.undo(items, key), items)
  items = queue.postponed(items, key, 0)
  assert.ok(!queue.isUndoable(items[0]))
  items = queue.refused(items, key, { detail: 'no' })
  assert.deepEqual(notes(queue.undo(items, key)), ['corrected'])
  assert.deepEqual(queue.undo(queue.add([], withdrawal('a'), 0), `key-${keys}`), [])
})

test('a withdrawal waits behind a save whose answer is missing, and builds on the version that this one makes', () => {
  let items = queue.add([], save('a', 'one'), 0)
  const { key } = items[0]
  items = queue.add(queue.claim(items, key, 0), withdrawal('a', { etag: null }), 0)
  assert.deepEqual([items[1].after, queue.next(items, 0).key], [key, key])
  items = queue.sent(items, key, '"0"')
  assert.deepEqual([items[0].withdraws, items[0].etag], [true, '"0"'])
})

test('a mark that never went out is taken back by forgetting it', () => {
  assert.deepEqual(queue.add(queue.add([], save('a', 'one'), 0), withdrawal('a', { etag: null }), 0), [])
})

test('of a conflict the server holds a version, so a withdrawal goes out even where the save was based on none', () => {
  let items = queue.add([], save('a', 'one', { etag: null }), 0)
  const { key } = items[0]
  items = queue.conflicting(queue.claim(items, key, 0), key, { note: 'theirs' }, '"0"')
  const straight = queue.add(items, withdrawal('a', { etag: null }), 0)
  assert.deepEqual([straight.length, straight[0].withdraws, straight[0].state], [1, true, 'waiting'])
  const afterOtherWords = queue.add(queue.add(items, save('a', 'two', { etag: null }), 0), withdrawal('a', { etag: null }), 0)
  assert.deepEqual([afterOtherWords.length, afterOtherWords[0].withdraws], [1, true])
})

test('a refused mark that was to be taken back is nowhere, so nothing is left to do; a refused correction leaves the record', () => {
  const refuse = (etag) => {
    const items = queue.add([], save('a', 'one', { etag }), 0)
    const { key } = items[0]
    return queue.refused(queue.add(queue.claim(items, key, 0), withdrawal('a'), 0), key, { detail: 'no' })
  }
  assert.deepEqual(refuse(null), [])
  const [left] = refuse('"7"')
  assert.deepEqual([left.withdraws, left.etag, left.state], [true, '"7"', 'waiting'])
})

test('somebody was faster than a withdrawal: both versions are shown, and it goes on only when the person says so', () => {
  let items = queue.add([], withdrawal('a', { reason: 'ghi trùng' }), 0)
  const { key } = items[0]
  items = queue.conflicting(queue.claim(items, key, 0), key, { note: 'theirs', state: 'verifying' }, '"4"')
  assert.equal(queue.next(items, 0), null)
  assert.deepEqual([items[0].state, items[0].theirs.note], ['conflict', 'theirs'])
  assert.deepEqual(queue.undo(items, key), [])
  const [again] = queue.insist(items, key, 'new')
  assert.deepEqual([again.withdraws, again.reason, again.etag, again.key], [true, 'ghi trùng', '"4"', 'new'])
})

test('a save in conflict that is to be withdrawn meanwhile becomes a withdrawal in conflict', () => {
  let items = queue.add([], save('a', 'mine', { etag: '"1"' }), 0)
  const { key } = items[0]
  items = queue.add(queue.claim(items, key, 0), withdrawal('a'), 0)
  items = queue.conflicting(items, key, { note: 'theirs' }, '"2"')
  assert.deepEqual([items.length, items[0].state, items[0].withdraws], [1, 'conflict', true])
})

test('a default time follows the clock of the server, once', () => {
  const hour = 3_600_000
  let items = queue.add([], save('a', 'x', { timeIsDefault: true }), 0)
  items = queue.claim(items, items[0].key, -hour)
  assert.equal(items[0].body.occurredAt, '2026-08-02T00:00:00Z')
  items = queue.claim(items, items[0].key, -2 * hour)
  assert.equal(items[0].body.occurredAt, '2026-08-02T00:00:00Z')
  const { body, timeIsDefault, assumedOffset } = items[0]
  items = queue.add(items, save('a', 'corrected', { body, timeIsDefault, assumedOffset }), 0)
  assert.equal(queue.claim(items, items[1].key, -hour)[1].body.occurredAt, '2026-08-02T00:00:00Z')
  const chosen = queue.add([], save('a', 'x'), 0)
  assert.equal(queue.claim(chosen, chosen[0].key, hour)[0].body.occurredAt, '2026-08-02T01:00:00Z')
})

test('what an answer means', () => {
  const cases = { 200: 'sent', 201: 'sent', 0: 'everythingAgain', 503: 'everythingAgain', 500: 'again', 401: 'signIn' }
  for (const [status, expected] of Object.entries(cases)) assert.equal(queue.verdict({ status: Number(status) }), expected)
  assert.equal(queue.verdict({ status: 403, type: '/docs/errors#access-denied' }), 'token')
  assert.equal(queue.verdict({ status: 403, type: '/docs/errors#incident-outside' }), 'refused')
  for (const status of [412, 428]) assert.equal(queue.verdict({ status }), 'conflict')
  for (const status of [400, 404, 409, 413, 422]) assert.equal(queue.verdict({ status }), 'refused')
})

test('pauses double up to five minutes, half of each by chance, and heed the server', () => {
  assert.equal(queue.pause(1, null, () => 0), 1_000)
  assert.equal(queue.pause(3, null, () => 1), 8_000)
  assert.equal(queue.pause(30, null, () => 1), 300_000)
  assert.equal(queue.pause(1, 9_000, () => 0), 9_000)
})

test('the offset of the clock leaves small differences alone', () => {
  clock.heard('Sun, 02 Aug 2026 01:00:00 GMT', Date.parse('2026-08-02T01:00:01Z'))
  assert.equal(clock.clockOffset(), 0)
  clock.heard('Sun, 02 Aug 2026 01:00:00 GMT', Date.parse('2026-08-02T03:00:00Z'))
  assert.equal(clock.clockOffset(), -2 * 3_600_000 + 500)
})

test('the device finds the area that is valid on the day', () => {
  const square = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] }
  const area = (fullName, validFrom, validTo) => ({ geometry: square, properties: { fullName, validFrom, validTo } })
  const known = { communes: [area('Xã', null, null)], residential: [area('Cũ', null, '2020-01-01'), area('Mới', '2020-01-01', null)] }
  assert.equal(locateOnDevice(known, 0.5, 0.5, '2019-12-31').residentialArea.fullName, 'Cũ')
  assert.equal(locateOnDevice(known, 0.5, 0.5, '2020-01-01').residentialArea.fullName, 'Mới')
  assert.equal(locateOnDevice(known, 2, 0.5, '2020-01-01'), null)
})
