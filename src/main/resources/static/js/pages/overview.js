import { whenSignInNeeded } from '../api/http.js'
import { loadOverview } from '../api/overview.js'
import { loadSession } from '../api/session.js'
import { createTranslator } from '../i18n/index.js'
import { createFormat } from '../model/format.js'
import { mapAddress, readQuestion, writeQuestion } from '../model/overview.js'
import { dateField } from '../ui/datefield.js'
import { byId, field, fill, h } from '../ui/dom.js'
import { problemBox } from '../ui/messages.js'
import { overviewCards } from '../ui/overviewcards.js'
import { assessmentYears } from './state.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
whenSignInNeeded(() => window.location.assign('/login?expired'))

const heading = byId('heading').textContent
let run = 0

/** @param {import('../model/overview.js').OverviewQuestion} question */
async function show(question) {
  const mine = ++run
  byId('overview').setAttribute('aria-busy', 'true')
  try {
    const overview = await loadOverview(question)
    if (mine !== run) return
    const place = overview.within?.fullName ?? t('overview.everywhere')
    byId('heading').textContent = `${heading}: ${place}`
    document.title = `${heading}: ${place}`
    byId('subject').textContent = t('overview.period', { period: format.period(overview) })
    fill(byId('overview'), overviewCards({ t, format }, overview))
    fill(byId('problem'))
    byId('to-map').setAttribute('href', mapAddress(overview))
    if (form) form.follow(overview)
  } catch (error) {
    if (mine === run) fill(byId('problem'), problemBox(error, t, () => show(question)))
  } finally {
    if (mine === run) byId('overview').setAttribute('aria-busy', 'false')
  }
}

/** What is asked for, in the address as well: a copied link shows another person the same. */
function createForm(session) {
  const place = h(
    'select',
    { class: 'select', testid: 'overview-place' },
    h('option', { value: '', text: t('overview.everywhere') }),
    session.places.map(({ id, fullName }) => h('option', { value: String(id), text: fullName })),
  )
  const year = h(
    'select',
    { class: 'select', testid: 'overview-year' },
    assessmentYears(session).map((value) => h('option', { value: String(value), text: String(value) })),
  )
  const from = dateField({ t, format, testid: 'overview-from' })
  const to = dateField({ t, format, testid: 'overview-to' })
  const today = h('input', { type: 'checkbox', id: 'overview-today', testid: 'overview-today' })
  const host = byId('question')
  /** What somebody has begun to choose is not taken away by an answer that comes late. */
  let begun = false
  for (const event of ['input', 'change']) host.addEventListener(event, () => (begun = true))
  fill(
    host,
    session.places.length > 1 && field(t('overview.place'), place),
    field(t('overview.from'), from),
    field(t('overview.to'), to),
    field(t('overview.year'), year),
    h('label', { class: 'check overview-check', for: 'overview-today' }, today, h('span', { text: t('overview.boundariesOfToday') })),
    h(
      'div',
      { class: 'form-buttons' },
      h('button', { type: 'submit', class: 'button button-primary', testid: 'overview-show', text: t('overview.show') }),
      h('button', {
        type: 'button',
        class: 'button',
        testid: 'overview-print',
        text: t('overview.print'),
        on: { click: () => window.print() },
      }),
    ),
  )
  host.addEventListener('submit', (event) => {
    event.preventDefault()
    begun = false
    const question = { within: place.value, from: from.value, to: to.value, year: year.value, boundaryDay: today.checked ? session.today : '' }
    window.history.pushState(null, '', `/overview${writeQuestion(question)}`)
    show(question)
  })
  return {
    follow(overview) {
      if (begun) return
      const within = overview.within ? String(overview.within.id) : ''
      // A link can lead to a unit below the account's own places.
      if (within && ![...place.options].some((option) => option.value === within))
        place.append(h('option', { value: within, text: overview.within.fullName }))
      place.value = within
      from.value = overview.from
      to.value = overview.to
      today.checked = overview.boundaryDay === overview.today
      const asked = String(overview.titles.year)
      if (![...year.options].some((option) => option.value === asked))
        year.append(h('option', { value: asked, text: asked }))
      year.value = asked
    },
  }
}

let form = null
window.addEventListener('popstate', () => show(readQuestion(window.location.search)))
for (const language of ['vi', 'en'])
  byId(`lang-${language}`).addEventListener('click', (event) => {
    event.preventDefault()
    const query = new URLSearchParams(window.location.search)
    query.set('lang', language)
    window.location.search = query.toString()
  })

try {
  form = createForm(await loadSession())
} catch (error) {
  fill(byId('problem'), problemBox(error, t, () => window.location.reload()))
}
if (form) await show(readQuestion(window.location.search))
