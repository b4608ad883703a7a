import { whenSignInNeeded } from '../api/http.js'
import { loadSession } from '../api/session.js'
import { loadUnit, searchAreas } from '../api/territory.js'
import { createTranslator } from '../i18n/index.js'
import { createFormat } from '../model/format.js'
import { readYearQuestion, writeYearQuestion } from '../model/safetyyears.js'
import { byId, fill } from '../ui/dom.js'
import { problemBox } from '../ui/messages.js'
import { assessmentYears } from './state.js'

/** What the pages of the title share: language, session, and the question in the address. */

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
export const t = createTranslator(lang)
export const format = createFormat(lang)

let typing = false
/** What is typed must not be lost to a session that has ended: the form itself says so. @param {boolean} value */
export const isTyping = (value) => (typing = value)
whenSignInNeeded(() => typing || window.location.assign('/login?expired'))

for (const language of ['vi', 'en'])
  byId(`lang-${language}`).addEventListener('click', (event) => {
    event.preventDefault()
    const query = new URLSearchParams(window.location.search)
    query.set('lang', language)
    window.location.search = query.toString()
  })

/**
 * Asks for what the address says, and again for every change.
 * @param {string[]} names parts of the question that the page has
 * @param {(page: object) => void} filter draws the filter
 * @param {(page: object, signal: AbortSignal) => Promise<unknown>} show
 */
export async function runSafetyPage(names, filter, show) {
  const page = { t, format, question: null, session: null, unit: null, years: [], change, again }
  let running = null

  async function again() {
    running?.abort()
    const mine = new AbortController()
    running = mine
    byId('content').setAttribute('aria-busy', 'true')
    followLinks(page.question)
    try {
      await show(page, mine.signal)
      if (running === mine) fill(byId('problem'))
    } catch (error) {
      if (error.name !== 'AbortError' && running === mine) {
        fill(byId('content'))
        fill(byId('problem'), problemBox(error, t, again))
      }
    } finally {
      if (running === mine) byId('content').removeAttribute('aria-busy')
    }
  }

  function change(part) {
    page.question = { ...page.question, ...part }
    window.history.replaceState(null, '', window.location.pathname + writeYearQuestion(page.question, names))
    return again()
  }

  async function read() {
    page.question = readYearQuestion(window.location.search, page.session, page.years)
    const unit = page.question.within ? await loadUnit(page.question.within).catch(() => null) : null
    page.unit = unit && { id: unit.id, fullName: unit.fullName ?? unit.name }
    // A link to a place of somebody else's: the account's own is shown.
    if (!unit) page.question.within = ''
    filter(page)
    await again()
  }

  try {
    page.session = await loadSession()
    page.years = assessmentYears(page.session)
    page.search = (text, signal) => searchAreas(text, `${page.question.year}-10-31`, { signal })
    await read()
    window.addEventListener('popstate', read)
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, () => window.location.reload()))
  }
}

/** The pages beside this one show the same place and year. */
function followLinks(question) {
  for (const link of document.querySelectorAll('[data-follows]'))
    link.setAttribute('href', link.dataset.follows + writeYearQuestion(question, ['place', 'within', 'year']))
}

/** @param {object} page @returns {string} the name of the place on view */
export const placeName = ({ session, question, unit }) =>
  unit?.id === Number(question.within) ? unit.fullName : (session.places.find(({ id }) => String(id) === question.place)?.fullName ?? t('overview.everywhere'))
