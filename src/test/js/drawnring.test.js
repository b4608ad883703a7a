import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePlaces, readRing, writeRing } from '../../main/resources/static/js/model/drawnring.js'

const RING = [
  [105.65, 19.96],
  [105.66, 19.96],
  [105.66, 19.97],
]

test('corners are taken in the ways in which people have them', () => {
  assert.deepEqual(parsePlaces('105,65 19,96\n105,66 19,96\n105,66 19,97'), { places: RING })
  // As maps on the web say it.
  assert.deepEqual(parsePlaces('19.96, 105.65\n19.96, 105.66\n19.97, 105.66'), { places: RING })
  assert.deepEqual(parsePlaces('POLYGON((105.65 19.96, 105.66 19.96, 105.66 19.97, 105.65 19.96))'), { places: RING })
  assert.deepEqual(parsePlaces(JSON.stringify({ type: 'Polygon', coordinates: [[...RING, RING[0]]] })), { places: RING })
})

test('what is no polygon in Viet Nam is refused', () => {
  assert.deepEqual(parsePlaces(''), { fault: 'number' })
  assert.deepEqual(parsePlaces('105.65 19.96 7'), { fault: 'number' })
  assert.deepEqual(parsePlaces('105.65 19.96; 2.35 48.85; 105.7 19.9'), { fault: 'place', at: '2.35; 48.85' })
  assert.deepEqual(parsePlaces('105.65 19.96; 105.65 19.96; 105.7 19.9'), { fault: 'few' })
})

test('an address holds the corners to a metre', () => {
  assert.equal(writeRing([[105.654321987, 19.96], [105.66, 19.96], [105.66, 19.97]]), '105.65432,19.96;105.66,19.96;105.66,19.97')
  assert.deepEqual(readRing(writeRing(RING)), RING)
  assert.equal(writeRing(RING.slice(1)), '')
  for (const wrong of [null, '', '105,19;106,20', '105.65,19.96;105.66,19.96;x,y', '19.96,105.65;19.96,105.66;19.97,105.66'])
    assert.equal(readRing(wrong), null)
})
