import { loadOrganizationHistory, loadOrganizations, loadShares, recordOrganizationStep, saveOrganization, withdrawOrganization } from '../api/safetytables.js'
import { renewCsrf } from '../api/session.js'
import { loadUnit, searchAreas } from '../api/territory.js'
import { isDay } from '../model/dates.js'
import { unitOf } from '../model/safetyyears.js'
import { newUuid } from '../model/uuid.js'
import { byId, fill, h } from '../ui/dom.js'
import { ORGANIZATION_KINDS, openOrganizationForm } from '../ui/organizationform.js'
import { organizationTable, shareTable } from '../ui/organizationlist.js'
import { openOrganization } from '../ui/organizationstep.js'
import { asOfField, choiceField, showSafetyFilter } from '../ui/safetyfilter.js'
import { format, isTyping, runSafetyPage, t } from './safetyshell.js'

const SAID_FOR_MS = 12_000
/** So many communes are shown at once; the others come with a click. */
const COMMUNES_AT_ONCE = 40
const heading = byId('heading').textContent
let saidUntil = null

const asked = ({ question }) => ({ year: question.year, within: unitOf(question), asOf: question.asOf })

function say(text) {
  fill(byId('said'), h('span', { text }))
  clearTimeout(saidUntil)
  saidUntil = setTimeout(() => fill(byId('said')), SAID_FOR_MS)
}

function showFilter({ question, session, unit, years, search, change }) {
  const day = asOfField({ t, format, session, question, onChange: change })
  showSafetyFilter(
    byId('filter'),
    { t, format, session, question, unit, search, years: [{ name: 'year', label: t('overview.year') }], allYears: years, onChange: change },
    choiceField({
      name: 'kind',
      label: t('organization.kind'),
      values: ['', ...ORGANIZATION_KINDS],
      text: (key) => (key ? t(`criterion.subject.${key}`) : t('organization.allKinds')),
      value: question.kind,
      onChange: change,
    }),
    day,
  )
}

async function show(page, signal) {
  const [{ organizations, mayWrite }, shares] = await Promise.all([
    loadOrganizations(asked(page), { signal }),
    loadShares(asked(page), { signal }),
  ])
  const { kind, year, asOf } = page.question
  const shown = organizations.filter((each) => !kind || each.kind === kind)
  document.title = `${heading} ${year}`
  byId('heading').textContent = `${heading} – ${t('organization.yearShort', { year })}`
  fill(
    byId('content'),
    asOf && h('p', { class: 'notice notice-warning', testid: 'as-of-note', text: t('asOf.past', { day: format.day(asOf) }) }),
    h(
      'div',
      { class: 'categories-bar no-print' },
      mayWrite &&
        h('button', { type: 'button', class: 'button button-primary', testid: 'organization-add', text: t('organization.add'), on: { click: () => edit(page, null) } }),
    ),
    shown.length
      ? [
          h('p', { class: 'muted', testid: 'organization-count', text: t('organization.count', { count: format.count(shown.length) }) }),
          organizationTable({ t, format, onOpen: (each) => open(page, each, mayWrite) }, shown),
        ]
      : h(
          'div',
          { class: 'empty', testid: 'organization-empty' },
          h('p', {}, h('strong', { text: t('organization.empty', { year }) })),
          h('p', { class: 'muted', text: t('organization.emptyMeans') }),
          h('p', { text: t(mayWrite ? 'organization.emptyWrite' : 'movement.emptyRead') }),
        ),
    h('h2', { class: 'section-title', text: t('share.title') }),
    h('p', { class: 'muted', text: t(shares.allKinds ? 'share.allKinds' : 'share.areasOnly') }),
    shareList(shares),
    h('p', { class: 'muted small', text: t('share.source', { day: format.day(shares.boundaryDay) }) }),
  )
}

function shareList(shares) {
  if (!shares.communes.length) return h('p', { class: 'empty', text: t('share.none') })
  const host = h('div', {})
  const draw = (count) => {
    const rest = shares.communes.length - count
    fill(
      host,
      shareTable({ t, format }, { ...shares, communes: shares.communes.slice(0, count) }),
      rest > 0 &&
        h('button', {
          type: 'button',
          class: 'button',
          testid: 'share-more',
          text: t('share.more', { count: format.count(rest) }),
          on: { click: () => draw(shares.communes.length) },
        }),
    )
  }
  draw(COMMUNES_AT_ONCE)
  return host
}

const focusRow = (id) => document.querySelector(`#content tr[data-id="${id}"] button`)?.focus()

function open(page, organization, mayWrite) {
  const { year } = page.question
  isTyping(true)
  openOrganization(
    {
      t,
      format,
      year,
      mayWrite,
      loadHistory: () => loadOrganizationHistory(organization.id),
      async onStep(step) {
        await renewCsrf()
        await recordOrganizationStep(year, organization.id, step)
        await page.again()
        say(t('organization.stepSaved', { name: organization.name, status: t(`status.${step.status}`), year }))
        focusRow(organization.id)
      },
      onEdit: () => edit(page, organization),
      async onWithdraw() {
        await renewCsrf()
        await withdrawOrganization(organization.id, organization.version)
        await page.again()
        say(t('organization.withdrawn', { name: organization.name }))
      },
      onClose: () => isTyping(false),
    },
    organization,
  )
}

/** The commune on view, where it is one. */
async function usualCommune(page) {
  const id = unitOf(page.question)
  const unit = id ? await loadUnit(id).catch(() => null) : null
  return unit?.level === 'commune' ? { id: unit.id, fullName: unit.fullName ?? unit.name } : null
}

async function edit(page, organization) {
  const { year } = page.question
  const id = organization?.id ?? newUuid()
  const commune = organization ? null : await usualCommune(page)
  isTyping(true)
  openOrganizationForm(
    {
      t,
      format,
      firstDay: `${year}-01-01`,
      announce: say,
      search: async (text, signal, day) =>
        (await searchAreas(text, isDay(day) ? day : `${year}-11-15`, { signal })).filter((area) => !area.level || area.level === 'commune'),
      async save(body, version) {
        await renewCsrf()
        return saveOrganization(id, body, version)
      },
      async onSaved(saved) {
        await page.again()
        say(t('movement.saved', { name: saved.name }))
        focusRow(saved.id)
      },
      onClose: () => isTyping(false),
    },
    organization,
    commune,
  )
}

runSafetyPage(['place', 'within', 'year', 'kind', 'asOf'], showFilter, show)
