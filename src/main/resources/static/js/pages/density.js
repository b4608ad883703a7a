import { whenSignInNeeded } from '../api/http.js'
import { loadCategories } from '../api/incidents.js'
import { loadSession } from '../api/session.js'
import { loadUnit, searchAreas } from '../api/territory.js'
import { createTranslator } from '../i18n/index.js'
import { readDensityQuestion, writeDensityQuestion } from '../model/densityquestion.js'
import { createFormat } from '../model/format.js'
import { showDensityFilter } from '../ui/density/filter.js'
import { hotSpotsView } from '../ui/density/hotspots.js'
import { ratesView } from '../ui/density/rates.js'
import { surfaceView } from '../ui/density/surface.js'
import { timeView } from '../ui/density/time.js'
import { byId, fill } from '../ui/dom.js'
import { problemBox } from '../ui/messages.js'

const VIEWS = { rates: ratesView, hotspots: hotSpotsView, surface: surfaceView, time: timeView }

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
const view = VIEWS[document.body.dataset.view]

whenSignInNeeded(() => window.location.assign('/login?expired'))

for (const language of ['vi', 'en'])
  byId(`lang-${language}`).addEventListener('click', (event) => {
    event.preventDefault()
    const query = new URLSearchParams(window.location.search)
    query.set('lang', language)
    window.location.search = query.toString()
  })

const page = { t, format, session: null, question: null, unit: null, categories: [], limits: null, change, keep, announce }
let running = null

function announce(text) {
  byId('said').textContent = text
}

async function again() {
  running?.abort()
  const mine = new AbortController()
  running = mine
  byId('content').setAttribute('aria-busy', 'true')
  followLinks()
  try {
    await view.show(page, byId('content'), mine.signal)
    if (running === mine) fill(byId('problem'))
  } catch (error) {
    if (error.name === 'AbortError' || running !== mine) return
    fill(byId('content'))
    fill(byId('problem'), problemBox(error, t, again))
  } finally {
    if (running === mine) byId('content').removeAttribute('aria-busy')
  }
}

/** Only the address: what is shown already says it. */
function keep(part) {
  page.question = { ...page.question, ...part }
  window.history.replaceState(null, '', window.location.pathname + writeDensityQuestion(page.question))
}

function change(part) {
  keep(part)
  return again()
}

/** The pages beside this one ask about the same place and days. */
function followLinks() {
  const { place, within, from, to, category } = page.question
  for (const link of document.querySelectorAll('[data-follows]'))
    link.setAttribute('href', link.dataset.follows + writeDensityQuestion({ place, within, from, to, category }))
}

function showFilter() {
  showDensityFilter(byId('filter'), page, view.fields(page))
}

async function read() {
  page.question = readDensityQuestion(window.location.search, page.session, view.levels)
  const unit = page.question.within ? await loadUnit(page.question.within).catch(() => null) : null
  page.unit = unit && { id: unit.id, fullName: unit.fullName ?? unit.name }
  // A link to a place of somebody else's: the account's own is shown.
  if (!unit) page.question.within = ''
  showFilter()
  await again()
}

try {
  page.session = await loadSession()
  page.categories = await loadCategories()
  page.search = (text, signal) => searchAreas(text, page.question.to, { signal })
  await read()
  window.addEventListener('popstate', read)
} catch (error) {
  fill(byId('problem'), problemBox(error, t, () => window.location.reload()))
}
