import assert from 'node:assert/strict'
import { test } from 'node:test'

const MODEL = new URL('../../main/resources/static/js/model/', import.meta.url)
const { changeOf, compareYears, readYearQuestion, shownRows, statusOnMap, sumRows, writeYearQuestion } = await import(
  new URL('safetyyears.js', MODEL)
)

const SESSION = {
  today: '2026-11-22',
  defaultPeriod: { from: '2018-01-01', to: '2019-08-15' },
  places: [
    { id: 7, fullName: 'Huyện Yên Định' },
    { id: 9, fullName: 'Huyện Trà Lĩnh' },
  ],
}
const YEARS = [2026, 2025, 2019, 2018, 2017]
const read = (search, session = SESSION) => readYearQuestion(search, session, YEARS)

const row = (id, more = {}) => ({
  id,
  level: 'residential-area',
  status: 'registered',
  missing: [],
  late: null,
  householdsTotal: null,
  householdsRegistered: null,
  ...more,
})

test('the address begins with the year of the newest data and leaves broken values out', () => {
  assert.equal(read('').year, 2019)
  assert.equal(read('').before, 2018)
  assert.equal(read('').place, '')
  assert.equal(read('?year=1066&level=x&show=y&asOf=2019-02-30').year, 2019)
  assert.equal(read('?year=1066&level=x').level, 'all')
  assert.equal(read('?asOf=2019-02-30').asOf, '')
})

test('a day that is not past is the present', () => {
  assert.equal(read('?asOf=2026-11-22').asOf, '')
  assert.equal(read('?asOf=2026-11-21').asOf, '2026-11-21')
})

test('a place below those of the account becomes the narrower one', () => {
  assert.equal(read('?place=9').place, '9')
  assert.equal(read('?place=9').within, '')
  assert.equal(read('?place=123').within, '123')
  assert.equal(read('', { ...SESSION, places: SESSION.places.slice(0, 1) }).place, '7')
})

test('only what was chosen stands in the address', () => {
  const question = { ...read('?place=7&year=2018'), level: 'all', show: 'late' }
  assert.equal(writeYearQuestion(question, ['place', 'within', 'year', 'level', 'show', 'asOf']), '?place=7&year=2018&show=late')
})

test('rows are shown by level and by what they lack', () => {
  const rows = [
    row(1, { missing: ['còn 12/140 hộ chưa đăng ký'], householdsTotal: 140, householdsRegistered: 128 }),
    row(2, { status: 'recognised', householdsTotal: 60, householdsRegistered: 60 }),
    row(3, { level: 'commune', late: { text: 'chưa đăng ký' } }),
    row(4, { status: 'not_considered' }),
  ]
  const ids = (level, show) => shownRows(rows, { level, show }).map(({ id }) => id)
  assert.deepEqual(ids('all', 'all'), [1, 2, 3, 4])
  assert.deepEqual(ids('commune', 'all'), [3])
  assert.deepEqual(ids('all', 'late'), [3])
  assert.deepEqual(ids('all', 'households'), [1])
  assert.deepEqual(ids('residential-area', 'undecided'), [1])
  assert.deepEqual(sumRows(rows), {
    all: 4,
    recognised: 1,
    missing: 1,
    late: 1,
    households: { registered: 188, total: 200, areas: 2 },
  })
  assert.equal(sumRows([rows[3]]).households, null)
})

test('a year that is not decided yet takes no title away', () => {
  assert.equal(changeOf('recognised', 'not_recognised'), 'lost')
  assert.equal(changeOf('recognised', 'not_registered'), 'lost')
  assert.equal(changeOf('recognised', 'under_review'), 'other')
  assert.equal(changeOf('not_recognised', 'recognised'), 'gained')
  assert.equal(changeOf('recognised', 'recognised'), 'kept')
  const changes = compareYears(
    [
      { id: 1, statuses: { 2018: 'recognised', 2019: 'under_review' } },
      { id: 2, statuses: { 2019: 'recognised' } },
    ],
    2018,
    2019,
  )
  assert.deepEqual(changes.other.map(({ id, open }) => [id, open]), [[1, true]])
  assert.deepEqual(changes.gained.map(({ id }) => id), [2])
})

test('a row leads to its area on the map of the same year and day', () => {
  assert.equal(
    statusOnMap({ place: '7', year: 2019, asOf: '2019-03-01' }, { id: 5, level: 'commune' }),
    '/?place=7&theme=status&level=communes&year=2019&asOf=2019-03-01&selected=area:5',
  )
})
