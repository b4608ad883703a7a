import { criteriaFold } from './criteria.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { statusForm } from './statusform.js'
import { yearDocuments } from './yeardocuments.js'
import { yearTimeline } from './yeartimeline.js'

/** Years that are over: what their papers lack is worth knowing, not worth a warning. */
const DECIDED = ['recognised', 'not_recognised', 'not_considered']

/**
 * One area's year: what is late and missing, the criteria one by one, the next step, the papers, and how it came so far.
 * @param {{t: Function, format: object, years: object, onStatus: Function, announce: Function}} context
 * @param {{id: string}} row @param {number} year @param {string|null} [asOf] past day; nothing can be changed then
 */
export function areaYear(context, row, year, asOf = null) {
  const { t, years, onStatus, announce } = context
  const host = h('div', { class: 'area-year', testid: 'area-year' })
  /** Folds that are open stay so when something was written. */
  const open = new Set()
  let etag = null
  /** The step form stays as it is filled in while it offers the same, and where somebody else was faster. */
  let stepForm = null
  let offered = ''
  /** What was begun for a criterion and is not recorded yet, by its code. */
  const drafts = new Map()

  async function load({ keepForm = false } = {}) {
    if (!host.hasChildNodes()) fill(host, h('p', { class: 'muted', role: 'status', text: t('common.loading') }))
    try {
      draw(await years.load(year, row.id, asOf), { keepForm })
    } catch (error) {
      fill(host, problemBox(error, t, () => load({ keepForm })))
    }
  }

  const actions = {
    /** Answers with what is there now, and with what was typed beside it, where somebody else was faster. */
    async onJudge(code, judgement) {
      try {
        const answer = await years.judge(year, row.id, code, judgement, etag)
        drafts.delete(code)
        draw(answer)
      } catch (error) {
        if (error.status !== 412) throw error
        drafts.set(code, { judgement, error })
        await load()
        return focusOn(code, '[data-testid="verdict-save"]')
      }
      focusOn(code, '[aria-pressed="true"]')
      announce(t('year.judged', { code, verdict: t(`verdict.${judgement.verdict}`) }))
    },
    drafts,
    url: (id) => years.documentUrl(year, row.id, id),
    async onAdd(file) {
      await years.addDocument(year, row.id, file)
      await load()
      host.querySelector('[data-testid="document-file"]')?.focus({ preventScroll: true })
    },
    async onRemove(id) {
      await years.removeDocument(year, row.id, id)
      await load()
      host.querySelector('[data-testid="year-documents"] summary')?.focus({ preventScroll: true })
    },
  }

  const focusOn = (code, selector) =>
    host.querySelector(`[data-code="${CSS.escape(code)}"] ${selector}`)?.focus({ preventScroll: true })

  async function onSave(step) {
    try {
      await onStatus(row.id, step, etag)
    } catch (error) {
      if (error.status === 412) await load({ keepForm: true })
      throw error
    }
  }

  function keep(name, details) {
    if (!details) return null
    details.open = open.has(name)
    details.addEventListener('toggle', () => (details.open ? open.add(name) : open.delete(name)))
    return details
  }

  function draw({ body: area, etag: version }, { keepForm = false } = {}) {
    etag = version
    const choices = JSON.stringify([area.status, area.nextSteps, area.mayJudge])
    if (!stepForm || (!keepForm && choices !== offered)) {
      const any = area.nextSteps.length > 0 || area.mayJudge
      stepForm = any ? keep('step', statusForm({ ...context, area, onSave })) : null
    }
    offered = choices
    fill(
      host,
      lateNote(context, area),
      DECIDED.includes(area.status) ? keep('missing', missingFold(context, area)) : missingList(context, area),
      keep('criteria', criteriaFold(context, area, actions)),
      stepForm,
      keep('documents', yearDocuments(context, area, actions)),
      keep('steps', yearTimeline(context, area)),
    )
  }

  load()
  return host
}

function lateNote({ t, format }, area) {
  const late = area.deadlines.filter((deadline) => deadline.late)
  if (!late.length) return null
  return h(
    'div',
    { class: 'year-late', testid: 'year-late' },
    icon('warning'),
    h(
      'div',
      {},
      late.map((deadline) =>
        h(
          'p',
          {},
          h('strong', { text: `${t('year.late')}: ` }),
          t(`year.due.${deadline.status}`, { day: format.day(deadline.due) }),
          ' ',
          !deadline.verified && h('span', { class: 'tag', text: t('criteria.check') }),
        ),
      ),
    ),
  )
}

function missingList({ t }, area) {
  if (!area.missing.length) return null
  return h(
    'div',
    { class: 'year-missing', testid: 'year-missing' },
    h('h4', { text: t('year.missing') }),
    missingItems(area),
  )
}

function missingFold({ t }, area) {
  if (!area.missing.length) return null
  return h(
    'details',
    { class: 'fold', testid: 'year-missing' },
    h('summary', {}, t('year.missing'), ' ', h('span', { class: 'fold-count', text: String(area.missing.length) })),
    h('div', { class: 'year-missing' }, missingItems(area)),
  )
}

const missingItems = (area) =>
  h(
    'ul',
    {},
    area.missing.map((text) => h('li', { text: text.charAt(0).toUpperCase() + text.slice(1) })),
  )
