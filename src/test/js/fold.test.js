import assert from 'node:assert/strict'
import { test } from 'node:test'

const MODEL = new URL('../../main/resources/static/js/model/', import.meta.url)
const { fold, nameMatcher } = await import(new URL('fold.js', MODEL))
const { areaChoice } = await import(new URL('areachoice.js', MODEL))

test('a name is found with and without its marks, in either Unicode form', () => {
  for (const typed of ['Khu phố 3', 'khu pho 3', '3 khu phố', 'KHU PHO 3', 'Khu phố 3'.normalize('NFD')])
    assert.ok(nameMatcher(typed)('Khu phố 3'), typed)
  assert.ok(!nameMatcher('khu pho 4')('Khu phố 3'))
})

test('the key is that of the service', () => {
  // As VietnameseTextTests has them.
  const keys = {
    'Thị trấn Quán Lào': 'thi tran quan lao',
    'Đồng  Văn': 'dong van',
    'Hoà': 'hoa',
    'Quý Lộc': 'qui loc',
    'Mỹ Lý': 'mi li',
    'Thủy': 'thuy',
    'Tây': 'tay',
  }
  for (const [name, key] of Object.entries(keys)) assert.equal(fold(name), key)
})

test('an area is chosen from the own commune first, then from all of the territory, each once', () => {
  const own = [
    { id: 1, fullName: 'Khu phố 1' },
    { id: 2, fullName: 'Khu phố 2' },
    { id: 9, fullName: 'Thị trấn Quán Lào' },
  ]
  const found = [
    { id: 70, fullName: 'Huyện Yên Định', level: 'district' },
    { id: 71, fullName: 'Xã Định Tường', level: 'commune' },
    { id: '1', fullName: 'Khu phố 1', level: 'residential-area' },
    { id: 81, fullName: 'Khu phố 1', level: 'residential-area' },
  ]
  const ids = (text, answer) => areaChoice(own, answer, text).map(({ id }) => id)
  assert.deepEqual(ids('', []), [1, 2, 9])
  assert.deepEqual(ids('khu pho 1', found), [1, 71, 81])
  assert.deepEqual(ids('quan lao', []), [9])
})
