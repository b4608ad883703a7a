import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toCsv } from '../../main/resources/static/js/model/csv.js'
import en from '../../main/resources/static/js/i18n/en.js'
import vi from '../../main/resources/static/js/i18n/vi.js'
import { CHOICES, classesAsked, hotSpotsAsked, readDensityQuestion, writeDensityQuestion } from '../../main/resources/static/js/model/densityquestion.js'
import { bySignificance, classText } from '../../main/resources/static/js/model/hotspotclasses.js'
import { ranked, standingOf } from '../../main/resources/static/js/model/standing.js'

const session = { places: [{ id: 7 }, { id: 9 }], defaultPeriod: { from: '2018-01-01', to: '2019-08-15' }, today: '2026-11-22' }
const LEVELS = ['residential-areas', 'communes']

test('a table becomes CSV that a spreadsheet opens, without formulas', () => {
  assert.equal(
    toCsv([
      ['Khu vực', 'Số vụ'],
      ['=HYPERLINK("x")', 3],
      ['Khu phố "1", cũ', null],
      ['@a', Number.NaN],
    ]),
    '\ufeffKhu vực,Số vụ\r\n"\'=HYPERLINK(""x"")",3\r\n"Khu phố ""1"", cũ",\r\n\'@a,\r\n',
  )
})

test('the address says what is asked, and what it does not say is the usual', () => {
  const usual = readDensityQuestion('', session, LEVELS)
  assert.deepEqual([usual.place, usual.level, usual.from, usual.to, usual.step], ['7', 'residential-areas', '2018-01-01', '2019-08-15', 'month'])
  const question = readDensityQuestion('?place=9&level=communes&from=2019-01-01&to=2019-06-30&step=quarter&category=TTXH', session, LEVELS)
  assert.deepEqual(readDensityQuestion(writeDensityQuestion(question), session, LEVELS), question)
  assert.equal(readDensityQuestion(writeDensityQuestion({ ...question, place: '' }), session, LEVELS).place, '')
})

test('every choice of the pages has its name and each value its words', () => {
  for (const language of [vi, en]) {
    for (const name of [...Object.keys(CHOICES), 'level', 'sizeM', 'bandwidthM', 'distanceM', 'neighbours', 'permutations', 'seed'])
      assert.ok(language[`density.${name}`], name)
    for (const name of ['basis', 'method', 'step', 'classes', 'kernel', 'weights', 'correction'])
      for (const value of CHOICES[name]) assert.ok(language[`density.${name}.${value}`], `${name}.${value}`)
  }
})

test('what makes no sense in an address is left aside', () => {
  const question = readDensityQuestion('?place=3&level=moon&from=2019-06-30&to=2019-01-01&category=<b>&sizeM=-1&within=x', session, LEVELS)
  assert.deepEqual(
    [question.place, question.level, question.from, question.category, question.sizeM, question.within],
    ['7', 'residential-areas', '2018-01-01', '', '500', ''],
  )
})

test('limits, corners and settings of hot spots stand in the address', () => {
  const question = readDensityQuestion(
    '?classes=fixed&breaks=0.5,2,10&ring=105.6,19.9;105.7,19.9;105.7,20&weights=nearest&neighbours=6&permutations=0&seed=7&correction=none&confidence=99&compare=count',
    session,
    LEVELS,
  )
  assert.deepEqual(readDensityQuestion(writeDensityQuestion(question), session, LEVELS), question)
  assert.deepEqual(classesAsked(question), { classes: 'fixed', breaks: '0.5,2,10' })
  assert.equal(question.ring, '105.6,19.9;105.7,19.9;105.7,20')
})

test('fixed limits that are none, and corners that are none, are left aside', () => {
  const question = readDensityQuestion('?classes=fixed&breaks=5,2&ring=1,2;3,4;5,6&confidence=50&neighbours=many', session, LEVELS)
  assert.deepEqual([question.classes, question.breaks, question.ring, question.confidence, question.neighbours], ['quantile', '', '', '95', ''])
  assert.deepEqual(classesAsked({ classes: 'jenks', breaks: '1,2' }), { classes: 'jenks', breaks: '' })
})

test('of the settings of hot spots only those that apply are asked for', () => {
  const question = readDensityQuestion('?weights=distance&distanceM=900&neighbours=6&permutations=0&seed=7', session, LEVELS)
  const asked = hotSpotsAsked(question)
  assert.deepEqual([asked.distanceM, asked.neighbours, asked.permutations, asked.seed, asked.sizeM], ['900', '', '0', '', ''])
  assert.equal(hotSpotsAsked({ ...question, level: 'squares' }).sizeM, '500')
})

test('below the confidence that was asked for a class is a sign and no spot', () => {
  const t = (key, { percent } = {}) => `${key} ${percent ?? ''}`.trim()
  assert.equal(classText(t, 'hot-95', 95), 'density.class.hot 95')
  assert.equal(classText(t, 'hot-95', 99), 'density.class.hotSign 95')
  assert.equal(classText(t, 'cold-90', 90), 'density.class.cold 90')
  assert.equal(classText(t, 'high-high', 99), 'density.class.high-high')
})

const area = (fullName, count, perYear, smoothed, standing = 'UNCLEAR') => ({ fullName, count, bySqKm: count === null ? null : { perYear, smoothed, standing } })

test('an area stands above or below the common rate, surely or not', () => {
  assert.equal(standingOf(area('a', 14, 41, 30, 'HIGHER'), 'bySqKm', 19), 'higherClear')
  assert.equal(standingOf(area('b', 11, 22, 21), 'bySqKm', 19), 'higherUnclear')
  assert.equal(standingOf(area('c', 5, 10, 15), 'bySqKm', 19), 'lowerUnclear')
  assert.equal(standingOf(area('d', 2, 1, 2, 'LOWER'), 'bySqKm', 19), 'lowerClear')
  assert.equal(standingOf(area('e', null), 'bySqKm', 19), 'noData')
  assert.equal(standingOf(area('f', 3, 5, null, null), 'bySqKm', 5), 'alone')
})

test('few cases in a small area do not lead the list', () => {
  const areas = [area('none', null), area('small', 1, 80, 22), area('large', 40, 35, 34)]
  assert.deepEqual(
    ranked(areas, 'bySqKm', (a, b) => a.localeCompare(b)).map(({ fullName }) => fullName),
    ['large', 'small', 'none'],
  )
})

test('what stands out is read first', () => {
  const of = (category, z) => ({ category, z })
  assert.deepEqual(
    bySignificance([of('not-significant', 1.2), of('hot-95', 2.9), of('cold-99', -4), of('not-judged', null), of('hot-99', 4), of('not-significant', 1.6)]).map(
      ({ category, z }) => [category, z],
    ),
    [['hot-99', 4], ['hot-95', 2.9], ['cold-99', -4], ['not-significant', 1.6], ['not-significant', 1.2], ['not-judged', null]],
  )
})
