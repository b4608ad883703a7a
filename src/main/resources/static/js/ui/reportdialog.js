import { isDay, presetPeriods } from '../model/dates.js'
import { dateField } from './datefield.js'
import { openDialog } from './dialog.js'
import { debounce, field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { reportSections } from './reportsections.js'
import { reportSteps } from './reportsteps.js'
import { saveFile } from './savefile.js'

const PRESETS = ['covered', 'thisMonth', 'lastMonth', 'midMonth', 'quarter', 'halfYear', 'thisYear', 'lastYear']
const FORMATS = ['docx', 'pdf', 'xlsx']

/**
 * A period report: for which days, what it says, what an officer adds, and as which file.
 * @param {{t: Function, format: object, session: object, area: {id: string, fullName: string},
 *   period: {from: string, to: string}, api: {loadAbove: Function, load: Function, loadTexts: Function, saveTexts: Function, download: Function}}} options
 */
export function openReport({ t, format, session, area: first, period, api }) {
  let area = first
  const answer = h('div', { 'aria-live': 'polite' })
  const content = h('div', { class: 'report-content', testid: 'report-content' })
  const from = dateField({ t, format, value: period.from, testid: 'report-from', onChange: changed })
  const to = dateField({ t, format, value: period.to, testid: 'report-to', onChange: changed })
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': t('period.presets') })
  const kind = h(
    'select',
    { class: 'select', testid: 'report-format' },
    FORMATS.map((id) => h('option', { value: id, text: t(`report.format.${id}`) })),
  )
  const save = h(
    'button',
    { type: 'button', class: 'button', testid: 'report-save', hidden: true, on: { click: () => attempt(saveTexts) } },
    icon('check'),
    t('report.save'),
  )
  const submitButton = h(
    'button',
    { type: 'submit', class: 'button button-primary', testid: 'report-download', disabled: true },
    icon('download'),
    t('report.download'),
  )
  let sections = null
  let etag = null
  let run = 0
  let shown = null
  let waiting = null

  /** A report that nobody waits for any more is not worked on. */
  const stop = () => waiting?.abort()

  const days = () => ({ from: from.value, to: to.value })

  function fault() {
    if (!isDay(from.value) || !isDay(to.value)) return t('period.incomplete')
    return from.value > to.value ? t('period.reversed') : null
  }

  function drawChips() {
    const presets = presetPeriods(session.today, session.coverage, Number(session.today.slice(0, 4)))
    fill(
      chips,
      presets
        .filter(({ id }) => PRESETS.includes(id))
        .map(({ id, period: preset }) =>
          h('button', {
            type: 'button',
            class: 'chip',
            testid: `report-preset-${id}`,
            'aria-pressed': String(preset.from === from.value && preset.to === to.value),
            text: t(`period.preset.${id}`, { year: Number(preset.to.slice(0, 4)) }),
            on: { click: () => choose(preset) },
          }),
        ),
    )
  }

  function choose(preset) {
    from.value = preset.from
    to.value = preset.to
    changed()
  }

  const loadSoon = debounce(load, 400)

  const place = h(
    'select',
    { class: 'select', testid: 'report-place', on: { change: move } },
    h('option', { value: String(first.id), text: first.fullName }),
  )
  const placeField = field(t('report.place'), place)
  placeField.hidden = true
  const places = new Map([[String(first.id), first]])

  /** What lies above the area, as far as the account sees it, and the account's own places. */
  async function offerPlaces() {
    const above = await api.loadAbove(first.id).catch(() => [])
    for (const unit of [...above, ...session.places]) {
      if (places.has(String(unit.id))) continue
      places.set(String(unit.id), unit)
      place.append(h('option', { value: String(unit.id), text: unit.fullName }))
    }
    placeField.hidden = places.size < 2
  }

  function move() {
    if (sections?.changed() && !window.confirm(t('report.unsaved'))) {
      place.value = String(area.id)
      return
    }
    area = places.get(place.value)
    dialog.element.querySelector('h2').textContent = t('report.title', { area: area.fullName })
    sections = null
    save.hidden = true
    submitButton.disabled = true
    fill(answer)
    load()
  }

  /** What was written for other days is not lost by looking at these: it is asked for first. */
  function changed() {
    if (sections?.changed() && !window.confirm(t('report.unsaved'))) {
      from.value = shown.from
      to.value = shown.to
      return
    }
    sections = null
    save.hidden = true
    submitButton.disabled = true
    drawChips()
    fill(answer)
    if (fault()) {
      run++
      stop()
      fill(content, h('p', { class: 'hint hint-error', role: 'alert', text: fault() }))
    } else loadSoon()
  }

  async function load() {
    if (fault()) return
    const mine = ++run
    const wanted = days()
    stop()
    waiting = new AbortController()
    const steps = reportSteps(t)
    fill(content, steps.element)
    try {
      const [report, texts] = await Promise.all([api.load(area.id, wanted, steps.show, { signal: waiting.signal }), api.loadTexts(area.id, wanted)])
      if (mine !== run) return
      shown = wanted
      etag = texts.body.version > 0 ? texts.etag : null
      sections = reportSections({ t, format }, report, texts.body)
      fill(content, sections.element)
      save.hidden = !texts.body.mayWrite
      submitButton.disabled = false
    } catch (error) {
      if (mine === run && error.name !== 'AbortError') fill(content, problemBox(error, t, load))
    }
  }

  /** @returns {Promise<void>} throws what the service refused */
  async function saveTexts() {
    try {
      const saved = await api.saveTexts(area.id, shown, sections.texts(), etag)
      etag = saved.etag
      sections.saved(saved.body)
      fill(answer, done('report.saved', {}, 'report-saved'))
    } catch (error) {
      const current = error.problem?.current
      // Both versions are on view now, so the next save is a decision.
      if (error.status === 412 && current) {
        etag = current.version > 0 ? `"${current.version}"` : null
        sections.showOthers(current.texts)
      }
      throw error
    }
  }

  async function download() {
    if (sections.changed()) await saveTexts()
    const steps = reportSteps(t)
    fill(answer, steps.element)
    const file = await api.download(area.id, shown, kind.value, steps.show)
    saveFile(file)
    fill(answer, done('export.done', { file: file.fileName }, 'report-done'))
  }

  async function attempt(step) {
    save.disabled = true
    submitButton.disabled = true
    try {
      await step()
    } catch (error) {
      fill(answer, problemBox(error, t))
    } finally {
      save.disabled = false
      submitButton.disabled = false
    }
  }

  function done(key, values, testid) {
    return h('p', { class: 'notice notice-success', testid }, icon('check'), h('span', { text: t(key, values) }))
  }

  const form = h(
    'form',
    {
      class: 'stack report-form',
      on: {
        submit(event) {
          event.preventDefault()
          if (sections) attempt(download)
        },
      },
    },
    placeField,
    chips,
    h('div', { class: 'two' }, field(t('period.from'), from), field(t('period.to'), to)),
    content,
    h(
      'div',
      { class: 'report-foot' },
      answer,
      h('div', { class: 'report-actions' }, field(t('report.format'), kind), save, submitButton),
    ),
  )
  const dialog = openDialog(
    {
      title: t('report.title', { area: area.fullName }),
      t,
      testid: 'report-dialog',
      wide: true,
      onClose: stop,
      isTyped: () => Boolean(sections?.changed()),
      mayClose: () => !sections?.changed() || window.confirm(t('report.unsavedClose')),
    },
    form,
  )
  drawChips()
  load()
  offerPlaces()
}
