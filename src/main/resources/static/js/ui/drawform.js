import { dateField } from './datefield.js'
import { field, fill, h } from './dom.js'
import { drawResult } from './drawresult.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'

const KINDS = ['to_dan_pho', 'khu_pho', 'khoi_pho', 'thon', 'xom', 'ban', 'lang']

/**
 * The form beside a drawing: what it is, its size, the tools, the check and the saving.
 * @param {{t: Function, format: object, kind: 'area'|'road', target: object|null, today: string, past: HTMLElement|null,
 *   on: {kind: Function, change: Function, options: Function, day: Function, undo: Function, redo: Function,
 *     remove: Function, centre: Function, close: Function, another: Function, hole: Function, fit: Function, check: Function,
 *     save: Function, cancel: Function, finding: (index: number) => void}}} options target: the area or road that is redrawn; past:
 *   what was stored before
 */
export function drawForm({ t, format, kind, target, today, past, on }) {
  const isNew = target === null
  const text = (testid, longest, value) =>
    h('input', { type: 'text', autocomplete: 'off', maxlength: String(longest), testid, value: value ?? '', on: { input: on.change } })
  const tool = (testid, label, sign, run) =>
    h('button', { type: 'button', class: 'button button-small', testid, on: { click: run } }, sign && icon(sign, 18), label)
  const box = (testid, label, checked, run) => {
    const input = h('input', { type: 'checkbox', testid, checked, on: { change: run } })
    return { input, element: h('label', { class: 'check' }, input, h('span', { text: label })) }
  }

  const kinds = isNew && h(
    'fieldset',
    { class: 'draw-kinds' },
    h('legend', { text: t('draw.what') }),
    ['area', 'road'].map((value) =>
      h(
        'label',
        { class: 'draw-kind' },
        h('input', { type: 'radio', name: 'draw-kind', testid: `draw-kind-${value}`, checked: value === kind, on: { change: () => on.kind(value) } }),
        h('span', { text: t(`draw.kind.${value}`) }),
      ),
    ),
  )
  const size = h('p', { class: 'draw-size', testid: 'draw-size' })
  const round = h('p', { class: 'draw-round muted', testid: 'draw-round' })
  const said = h('p', { class: 'draw-said', testid: 'draw-said', role: 'status' })
  const undo = tool('draw-undo', t('draw.undo'), 'undo', on.undo)
  const redo = tool('draw-redo', t('draw.redo'), 'redo', on.redo)
  const remove = tool('draw-remove', t('draw.remove'), 'trash', on.remove)
  const centre = tool('draw-centre', t('draw.centre'), 'pin', on.centre)
  const close = tool('draw-close', t(`draw.close.${kind}`), 'check', on.close)
  const another = tool('draw-another', t(`draw.another.${kind}`), null, on.another)
  const hole = kind === 'area' && tool('draw-hole', t('draw.hole'), null, on.hole)
  const snapping = box('draw-snap', t('draw.snap'), true, on.options)
  const tracing = box('draw-trace', t('draw.trace'), true, on.options)
  const taking = kind === 'area' && box('draw-take', t('draw.take'), false, on.change)

  const about = kind === 'area' ? areaFields() : roadFields()
  const day = dateField({ t, format, testid: 'draw-day', value: today, required: true, onChange: () => (on.change(), on.day()) })
  const reason = text('draw-reason', 400)
  const answer = h('div', { class: 'draw-answer', 'aria-live': 'polite' })
  const check = h('button', { type: 'button', class: 'button button-primary', testid: 'draw-check', on: { click: on.check } }, icon('check'), t('draw.check'))
  const save = h('button', { type: 'button', class: 'button button-primary', testid: 'draw-save', hidden: true, on: { click: on.save } }, icon('check'), t('draw.save'))
  const cancel = h('button', { type: 'button', class: 'button', testid: 'draw-cancel', text: t('common.cancel'), on: { click: on.cancel } })
  let seen = null

  function areaFields() {
    if (!isNew) return { elements: [], values: () => ({}) , set() {} }
    const type = h(
      'select',
      { class: 'select', testid: 'draw-area-kind', on: { change: on.change } },
      KINDS.map((key) => h('option', { value: key, text: t(`draw.areaKind.${key}`) })),
    )
    const name = text('draw-name', 150)
    return {
      elements: [h('div', { class: 'two' }, field(t('draw.areaKind'), type), field(t('draw.name'), name))],
      values: () => ({ kind: type.value, name: name.value.trim() }),
      set: (values) => {
        if (values.kind) type.value = values.kind
        name.value = values.name ?? ''
      },
    }
  }

  function roadFields() {
    const inputs = {
      name: text('draw-name', 200, target?.name),
      fromDescription: text('draw-from', 300, target?.fromDescription),
      toDescription: text('draw-to', 300, target?.toDescription),
      owner: text('draw-owner', 200, target?.owner),
    }
    return {
      elements: [
        field(t('draw.roadName'), inputs.name),
        h('div', { class: 'two' }, field(t('road.from'), inputs.fromDescription), field(t('road.to'), inputs.toDescription)),
        field(t('road.owner'), inputs.owner),
      ],
      values: () => Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, input.value.trim() || null])),
      set: (values) => Object.entries(inputs).forEach(([key, input]) => (input.value = values[key] ?? '')),
    }
  }

  const element = h(
    'div',
    { class: 'draw-form stack' },
    kinds,
    h('div', { class: 'draw-head' }, size, round, said),
    h('div', { class: 'draw-tools', role: 'toolbar', 'aria-label': t('draw.tools') }, undo, redo, remove, centre, close, another, hole),
    h('div', { class: 'draw-options' }, snapping.element, tracing.element),
    h(
      'section',
      { class: 'stack draw-about' },
      about.elements,
      field(t('draw.day'), day, { hint: t('draw.dayHint') }),
      taking && taking.element,
      field(t('draw.reason'), reason, { hint: t('draw.reasonHint') }),
    ),
    answer,
    past,
    h('div', { class: 'form-foot' }, h('div', { class: 'actions' }, cancel, check, save)),
  )

  /** Only the panel scrolls: the page round it would move as well. */
  function show() {
    const body = element.closest('.panel-body')
    if (body) body.scrollTop += answer.getBoundingClientRect().top - body.getBoundingClientRect().top - 12
  }

  return {
    element,
    values: () => ({ ...about.values(), day: day.value, reason: reason.value.trim(), takeOverlaps: taking ? taking.input.checked : null }),
    restore(values) {
      about.set(values)
      if (values.day) day.value = values.day
      reason.value = values.reason ?? ''
      if (taking) taking.input.checked = Boolean(values.takeOverlaps)
    },
    options: () => ({ snap: snapping.input.checked, trace: tracing.input.checked }),
    day: () => day.value,
    focusKind: () => element.querySelector('.draw-kinds input:checked')?.focus(),
    /** @param {{areaSqM: number, lengthMeters: number, places: number}} measured */
    setSize(measured) {
      const meters = measured.lengthMeters >= 1000 ? `${format.number(measured.lengthMeters / 1000, 2)} km` : `${format.number(measured.lengthMeters, 0)} m`
      size.textContent =
        kind === 'road'
          ? t('draw.length', { meters })
          : t('draw.area', { squareMeters: format.number(measured.areaSqM, 0), hectares: format.number(measured.areaSqM / 10_000, 2) })
      round.textContent = kind === 'road' ? t('draw.places', { count: measured.places }) : t('draw.round', { meters, count: measured.places })
    },
    /** @param {object} state canUndo, canRedo, hasSelected, open, complete */
    setTools({ canUndo, canRedo, hasSelected, open, complete, empty }) {
      undo.disabled = !canUndo
      redo.disabled = !canRedo
      remove.disabled = !hasSelected
      centre.hidden = !open
      close.hidden = !open
      close.disabled = !complete
      another.hidden = open
      if (hole) hole.hidden = open || empty
      check.disabled = empty
      // An area is no road: what was drawn would be lost.
      if (kinds) kinds.hidden = !empty
      if (past) past.hidden = !empty
    },
    say: (words) => (said.textContent = words),
    /** What the check found; null takes it away. */
    setLook(look) {
      seen = null
      save.hidden = !look?.savable
      check.classList.toggle('button-primary', !look?.savable)
      if (!look) return fill(answer)
      seen = look.remarks > 0 ? box('draw-seen', t('draw.seen', { count: look.remarks }), false, () => {}) : null
      fill(answer, drawResult({ t, format, kind, onFinding: on.finding }, look), look.savable && seen?.element)
      show()
    },
    seen: () => seen === null || seen.input.checked,
    /** @param {Error|string|null} problem */
    complain(problem, retry) {
      if (problem === null) return answer.querySelector('[data-draw-problem]')?.remove()
      this.complain(null)
      const shown = typeof problem === 'string'
        ? h('div', { class: 'notice notice-error', role: 'alert' }, icon('warning'), h('p', { text: problem }))
        : problemBox(problem, t, retry)
      shown.dataset.drawProblem = ''
      answer.append(shown)
      show()
    },
    busy(isBusy) {
      check.disabled = save.disabled = isBusy
    },
  }
}
