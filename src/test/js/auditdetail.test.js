import assert from 'node:assert/strict'
import { test } from 'node:test'

const SCRIPTS = new URL('../../main/resources/static/js/', import.meta.url)
const { readDetail } = await import(new URL('model/auditdetail.js', SCRIPTS))
const { createTranslator } = await import(new URL('i18n/index.js', SCRIPTS))
const t = createTranslator('vi')

test('a detail of the audit trail is read in words', () => {
  assert.equal(
    readDetail('how=record; places=yes; notes=no; request=/api/incidents/1', t),
    'cách: xem vụ việc · vị trí: có · ghi chú: không · yêu cầu: /api/incidents/1',
  )
})

test('what has no word stays, and a filter is decoded', () => {
  assert.equal(readDetail('request=/api/incidents?bbox=1%2C2&x=%zz', t), 'yêu cầu: /api/incidents?bbox=1%2C2&x=%zz')
  assert.equal(readDetail('request=/api/incidents?bbox=1%2C2', t), 'yêu cầu: /api/incidents?bbox=1,2')
  assert.equal(readDetail('other=thing; plain', t), 'other: thing · plain')
})
