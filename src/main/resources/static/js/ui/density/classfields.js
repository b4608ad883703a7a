import { CHOICES } from '../../model/densityquestion.js'
import { classAt, classesOf, firstLimits, parseLimits, printLimits, readLimits, writeLimits } from '../../model/limits.js'
import { colourStep } from '../../model/classes.js'
import { densityFill } from '../../model/palette.js'
import { field, fill, h } from '../dom.js'

/**
 * How values are put into classes: by a rule, or by limits that somebody types. Fixed limits begin with those that were
 * shown, so that another period can be looked at with the same colours.
 * @param {object} page its limits: those that its view showed last
 */
export function classFields(page) {
  const { t, format, question, change } = page
  const method = h(
    'select',
    { class: 'select', testid: 'density-classes', value: question.classes, on: { change: choose } },
    CHOICES.classes.map((value) => h('option', { value, text: t(`density.classes.${value}`) })),
  )
  const limits = h('input', { type: 'text', autocomplete: 'off', testid: 'density-breaks', on: { change: type } })
  const fault = h('p', { class: 'hint hint-error', role: 'status', testid: 'density-breaks-fault' })
  const typed = h('div', { class: 'density-breaks' }, field(t('density.breaks'), limits, { hint: t('density.breaksHint') }), fault)
  if (question.breaks) limits.value = printLimits(readLimits(question.breaks), format)
  typed.hidden = question.classes !== 'fixed'

  function choose() {
    const fixed = method.value === 'fixed'
    typed.hidden = !fixed
    fill(fault)
    if (!fixed) return change({ classes: method.value, breaks: '' })
    const first = firstLimits(page.limits ?? [])
    limits.value = printLimits(first, format)
    return change({ classes: 'fixed', breaks: writeLimits(first) })
  }

  function type() {
    const found = parseLimits(limits.value, format.lang)
    limits.setAttribute('aria-invalid', String(Boolean(found.fault)))
    if (found.fault) return fill(fault, t(`density.breaksFault.${found.fault}`, { at: found.at ?? '' }))
    fill(fault)
    return change({ classes: 'fixed', breaks: writeLimits(found.limits) })
  }

  return [field(t('density.classes'), method, { hint: t('density.classesHint') }), typed]
}

/**
 * The classes of an answer with their colours; those of fixed limits do not depend on what is there.
 * @param {{method: string, limits: number[]}} answered
 * @returns {{at: (value: number|null) => number, fillAt: (index: number) => object, items: (t: Function, format: object, count: (index: number) => number) => object[]}}
 */
export function paintedClasses({ method, limits }) {
  const classes = classesOf(limits, method === 'fixed')
  const fillAt = (index) => densityFill(colourStep(index, classes.length))
  return {
    at: (value) => classAt(classes, value),
    fillAt,
    items: (t, format, count) =>
      classes.map(({ min, max }, index) => ({
        fill: fillAt(index),
        label: max === null ? t('density.over', { min: format.limit(min) }) : min === null ? t('density.upTo', { max: format.limit(max) }) : t('legend.above', { min: format.limit(min), max: format.limit(max) }),
        count: count(index),
      })),
  }
}
