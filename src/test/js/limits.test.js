import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classAt, classesOf, firstLimits, parseLimits, printLimits, readLimits, writeLimits } from '../../main/resources/static/js/model/limits.js'
import { createFormat } from '../../main/resources/static/js/model/format.js'

test('limits are typed as Vietnamese write numbers', () => {
  assert.deepEqual(parseLimits('0,5; 2; 10,25', 'vi'), { limits: [0.5, 2, 10.25] })
  assert.deepEqual(parseLimits(' 5  10\n1.500 ', 'vi'), { limits: [5, 10, 1500] })
  assert.deepEqual(parseLimits('0.5;1,234.5', 'en'), { limits: [0.5, 1234.5] })
  // A point that cannot stand for thousands is no riddle.
  assert.deepEqual(parseLimits('0.5; 2', 'vi'), { limits: [0.5, 2] })
})

test('what cannot be limits is refused with the number that is wrong', () => {
  assert.deepEqual(parseLimits('  ', 'vi'), { fault: 'none' })
  assert.deepEqual(parseLimits('1,2,5', 'vi'), { fault: 'number', at: '1,2,5' })
  assert.deepEqual(parseLimits('1; nhiều', 'vi'), { fault: 'number', at: 'nhiều' })
  assert.deepEqual(parseLimits('0; 3', 'vi'), { fault: 'zero', at: '0' })
  assert.deepEqual(parseLimits('5; 2,5', 'vi'), { fault: 'order', at: '2,5' })
  assert.deepEqual(parseLimits('5; 5', 'vi'), { fault: 'order', at: '5' })
  assert.deepEqual(parseLimits('1; 2; 3; 4; 5', 'vi'), { fault: 'many' })
})

test('an address holds the limits as they were typed', () => {
  const { limits } = parseLimits('0,5; 2; 1.500', 'vi')
  assert.equal(writeLimits(limits), '0.5,2,1500')
  assert.deepEqual(readLimits('0.5,2,1500'), limits)
  assert.equal(printLimits(limits, createFormat('vi')), '0,5; 2; 1.500')
  for (const wrong of ['', null, '2,1', '0,1', 'a', '1,2,3,4,5', '1e3']) assert.equal(readLimits(wrong), null)
})

test('the legend that was shown becomes fixed limits, with one class above them', () => {
  assert.deepEqual(firstLimits([1, 3, 7, 12, 20]), [1, 3, 7, 12])
  assert.deepEqual(firstLimits([]), [1, 2, 5, 10])
  assert.deepEqual(classesOf([1, 3], true), [{ min: null, max: 1 }, { min: 1, max: 3 }, { min: 3, max: null }])
  assert.deepEqual(classesOf([1, 3], false), [{ min: null, max: 1 }, { min: 1, max: 3 }])
  assert.deepEqual(classesOf([], true), [])
})

test('a limit belongs to the class below it, zero to none', () => {
  const classes = classesOf([1, 3], true)
  assert.deepEqual([0, 0.5, 1, 1.01, 3, 99, null, Number.NaN].map((value) => classAt(classes, value)), [-1, 0, 0, 1, 1, 2, -1, -1])
  assert.equal(classAt(classesOf([1, 3], false), 4), -1)
})
