import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'

const RESOURCES = new URL('../../main/resources/', import.meta.url)
const { default: vi } = await import(new URL('static/js/i18n/vi.js', RESOURCES))
const { default: en } = await import(new URL('static/js/i18n/en.js', RESOURCES))

/** Beginnings of keys that the code completes, as in t(`status.${key}`). */
const COMPLETED =
  /^(status|theme|level|layer|table|hint|state|accuracy|handling|changed|change|step|collection|crs|role|incidents|summary|queue\.state|period\.preset|report\.format|report\.part|panel\.area|mark\.found|credits|map|overview|forms|audit|audit\.action|audit\.detail|audit\.value|categories|criteria\.judged|year\.due|year\.hint|verdict|fact|redaction|record\.change|import\.count|kinds\.list|criterion\.judged|criterion\.subject|rule\.step|rule\.way|export\.format|export\.formatHint|safetyTable|organization|share|compare|territory|territory\.(enc|col|diff|state)|tiles\.merged|draw|setup|setup\.(check|state)|accounts|accounts\.(role|roleHint|right)|density|density\.(window|trend|trendMeans|contours|basis|unit|standing|head|csv|grid|method|legend|class|warning|settings|weights|compared|correction|kernel|step|classes|profile|weekday|change|layer|breaksFault|unclear|hint|inference|drawn\.(fault|fact|csv)))\./

function sources() {
  const folder = new URL('static/js/', RESOURCES)
  return readdirSync(folder, { recursive: true })
    .filter((name) => String(name).endsWith('.js') && !String(name).startsWith('i18n'))
    .map((name) => readFileSync(new URL(String(name), folder), 'utf8'))
    .join('\n')
}

test('both languages have the same keys in the same order', () => {
  assert.deepEqual(Object.keys(en), Object.keys(vi))
})

test('no key is given twice, since the second would silently win', () => {
  for (const language of ['vi', 'en']) {
    const text = readFileSync(new URL(`static/js/i18n/${language}.js`, RESOURCES), 'utf8')
    const keys = [...text.matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1])
    assert.equal(keys.length, new Set(keys).size, keys.filter((key, index) => keys.indexOf(key) !== index).join())
  }
})

test('both languages fill in the same values', () => {
  const names = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
  for (const key of Object.keys(vi)) assert.deepEqual(names(en[key]), names(vi[key]), key)
})

test('every text that the code asks for exists', () => {
  const asked = [...sources().matchAll(/\bt\((?:[^()'`]*\? )?'([a-zA-Z-]+\.[\w.-]+)'/g)].map((match) => match[1])
  assert.ok(asked.length > 150)
  assert.deepEqual(
    asked.filter((key) => !(key in vi)),
    [],
  )
})

test('every text is used', () => {
  const code = sources()
  assert.deepEqual(
    Object.keys(vi).filter((key) => !code.includes(`'${key}'`) && !COMPLETED.test(key)),
    [],
  )
})

test('the server pages have the same keys in both languages', () => {
  const keys = (name) =>
    readFileSync(new URL(name, RESOURCES), 'utf8')
      .split('\n')
      .filter((line) => /^\w/.test(line))
      .map((line) => line.split('=')[0])
  assert.deepEqual(keys('messages-page_en.properties'), keys('messages-page.properties'))
})
