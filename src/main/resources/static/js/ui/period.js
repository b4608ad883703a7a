import { daysIn, isDay, presetPeriods } from '../model/dates.js'
import { dateField } from './datefield.js'
import { byId, field, fill, h } from './dom.js'
import { icon } from './icons.js'

/**
 * Period picker: a button that says the period, and a small window with presets, two days and the boundary day.
 * @param {{t: Function, format: object, session: object, getState: () => object, onApply: (change: object) => void}} options
 */
export function createPeriodPicker({ t, format, session, getState, onApply }) {
  const host = byId('period')
  const label = h('span', { class: 'period-text' })
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button period-button',
      testid: 'period-button',
      'aria-expanded': 'false',
      'aria-controls': 'period-popup',
      on: { click: toggle },
    },
    icon('calendar'),
    label,
    icon('down', 16),
  )
  const popup = h('div', {
    class: 'popup period-popup',
    id: 'period-popup',
    role: 'dialog',
    'aria-label': t('period.title'),
    hidden: true,
  })
  fill(host, button, popup)
  host.addEventListener('keydown', (event) => event.key === 'Escape' && close(true))
  document.addEventListener('pointerdown', (event) => !host.contains(event.target) && close(false))

  const from = dateField({ t, format, testid: 'period-from', required: true, onChange: check })
  const to = dateField({ t, format, testid: 'period-to', required: true, onChange: check })
  const boundary = dateField({ t, format, testid: 'boundary-day', onChange: check })
  const boundaryChips = new Map()
  const summary = h('p', { class: 'hint', 'aria-live': 'polite' })
  const apply = h('button', {
    type: 'submit',
    class: 'button button-primary',
    testid: 'period-apply',
    text: t('period.apply'),
  })

  function toggle() {
    if (!popup.hidden) return close(true)
    const state = getState()
    from.value = state.from
    to.value = state.to
    boundary.value = state.day ?? ''
    build(state)
    popup.hidden = false
    button.setAttribute('aria-expanded', 'true')
    check()
    from.input.focus()
  }

  function build(state) {
    boundaryChips.clear()
    const presets = presetPeriods(
      session.today,
      session.coverage,
      state.year ?? Number(state.to.slice(0, 4)),
      state,
    )
    fill(
      popup,
      h('h2', { class: 'popup-title', text: t('period.title') }),
      h(
        'div',
        { class: 'chips', role: 'group', 'aria-label': t('period.presets') },
        presets.map((preset) => chip(preset, state)),
      ),
      h(
        'form',
        { class: 'period-form', on: { submit } },
        h('div', { class: 'two' }, field(t('period.from'), from), field(t('period.to'), to)),
        summary,
        h(
          'div',
          { class: 'chips', role: 'group', 'aria-label': t('period.boundaryOf') },
          h('span', { class: 'muted', 'aria-hidden': 'true', text: t('period.boundaryOf') }),
          boundaryChip('end', ''),
          boundaryChip('today', session.today),
        ),
        field(t('period.boundaryDay'), boundary, { hint: t('period.boundaryHint') }),
        h('div', { class: 'actions' }, apply),
      ),
      coverage(),
    )
  }

  function chip({ id, period }, state) {
    const chosen = period.from === state.from && period.to === state.to
    return h('button', {
      type: 'button',
      class: 'chip',
      testid: `period-preset-${id}`,
      'aria-pressed': String(chosen),
      text: t(`period.preset.${id}`, { year: Number(period.to.slice(0, 4)) }),
      on: { click: () => choose(period) },
    })
  }

  /** Figures as they were, or restated on the boundaries of today. */
  function boundaryChip(id, day) {
    const chip = h('button', {
      type: 'button',
      class: 'chip',
      testid: `boundary-${id}`,
      'aria-pressed': String(boundary.value === day),
      text: t(id === 'end' ? 'period.boundaryEnd' : 'period.boundaryToday'),
      on: { click: () => ((boundary.value = day), check()) },
    })
    boundaryChips.set(chip, day)
    return chip
  }

  function coverage() {
    if (!session.coverage?.length) return h('p', { class: 'hint', text: t('period.noCoverage') })
    const lines = session.coverage.map((entry) => h('li', { text: `${entry.unitName}: ${format.period(entry)}` }))
    return h(
      'details',
      { class: 'fold' },
      h('summary', { text: t('period.coverage') }),
      h('ul', { class: 'plain-list' }, lines),
    )
  }

  function choose(period) {
    onApply({ from: period.from, to: period.to, day: null })
    close(true)
  }

  function problem() {
    if (!isDay(from.value) || !isDay(to.value) || (boundary.value && !isDay(boundary.value)))
      return t('period.incomplete')
    return from.value > to.value ? t('period.reversed') : null
  }

  function check() {
    boundaryChips.forEach((day, chip) => chip.setAttribute('aria-pressed', String(boundary.value === day)))
    const fault = problem()
    apply.disabled = Boolean(fault)
    const period = { from: from.value, to: to.value }
    summary.textContent =
      fault ?? t('period.summary', { period: format.period(period), days: format.count(daysIn(period)) })
    summary.classList.toggle('hint-error', Boolean(fault))
  }

  function submit(event) {
    event.preventDefault()
    if (problem()) return
    onApply({ from: from.value, to: to.value, day: isDay(boundary.value) ? boundary.value : null })
    close(true)
  }

  function close(focus) {
    if (popup.hidden) return
    popup.hidden = true
    button.setAttribute('aria-expanded', 'false')
    if (focus) button.focus()
  }

  return {
    update({ from: first, to: last }) {
      label.textContent = format.period({ from: first, to: last })
      button.setAttribute('aria-label', t('period.button', { period: format.period({ from: first, to: last }) }))
    },
  }
}
