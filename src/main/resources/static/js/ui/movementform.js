import { isDay } from '../model/dates.js'
import { entryLines, readDegrees } from '../model/movement.js'
import { findPersonalData } from '../model/notecheck.js'
import { checkedField } from './checkedfield.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { checkedDate, registerField } from './movementfields.js'
import { openRecordForm } from './recordform.js'
import { unitField } from './unitfield.js'

/** Takes the position of the device, where the browser may give it. */
function positionButton({ t }, onPlace) {
  if (!window.isSecureContext || !navigator.geolocation) return null
  const note = h('p', { class: 'hint', role: 'status' })
  const button = h('button', { type: 'button', class: 'button', testid: 'entry-here' }, icon('locate'), t('mark.usePhone'))
  button.addEventListener('click', () => {
    note.textContent = t('mark.locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        note.textContent = ''
        onPlace(coords.longitude, coords.latitude)
      },
      () => (note.textContent = t('movement.noPosition')),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 },
    )
  })
  return h('div', { class: 'stack' }, h('div', { class: 'actions' }, button), note)
}

/**
 * The window to enter something into a register, or to correct it; its fields are those that the service names.
 * @param {{t: Function, format: object, today: string, announce: Function, search: Function, save: Function,
 *   onSaved: (entry: object) => void, onClose: () => void}} context save(body, version)
 * @param {object} register @param {object|null} entry null for a new one @param {{id: number, fullName: string}|null} unit the usual one
 */
export function openMovementForm(context, register, entry, unit) {
  const { t, format } = context
  const text = (testid, longest) => h('input', { type: 'text', autocomplete: 'off', maxlength: String(longest), testid })
  const needed = (key) => t('movement.needed', { label: t(key) })
  const kinds = register.kinds.filter((kind) => kind.active || kind.code === entry?.kind)
  const kindInput = h(
    'select',
    { class: 'select', testid: 'entry-kind' },
    kinds.length > 1 && h('option', { value: '', text: t('movement.choose') }),
    kinds.map(({ code, name }) => h('option', { value: code, text: name })),
  )
  const common = {
    kind: checkedField(needed('movement.kind'), kindInput),
    title: checkedField(needed('movement.entryTitle'), text('entry-title', 300), { hint: t('movement.noPerson') }),
    unitId: unitField({
      ...context,
      // The units of the day it happened, once that day is known.
      search: (text, signal) => context.search(text, signal, common.firstDay.date.value),
      label: needed('movement.unit'),
      hint: t('movement.unitHint'),
      testid: 'entry-unit',
    }),
    firstDay: checkedDate(context, needed(register.standing ? 'movement.since1' : 'movement.firstDay'), {
      testid: 'entry-first-day',
    }),
    lastDay: checkedDate(context, t('movement.lastDay'), {
      testid: 'entry-last-day',
      hint: t(register.standing ? 'movement.lastDayStanding' : 'movement.lastDayHint'),
    }),
    latitude: checkedField(t('movement.latitude'), text('entry-latitude', 20)),
    longitude: checkedField(t('movement.longitude'), text('entry-longitude', 20)),
    source: checkedField(t('movement.source'), text('entry-source', 500), { hint: t('movement.sourceHint') }),
  }
  const own = new Map(register.fields.map((field) => [field, registerField(context, field)]))
  const fields = { ...common, ...Object.fromEntries([...own].map(([field, control]) => [field.name, control])) }
  const warning = h('div', { 'aria-live': 'polite' })
  const here = positionButton(context, (longitude, latitude) => {
    common.longitude.input.value = longitude.toFixed(5)
    common.latitude.input.value = latitude.toFixed(5)
  })

  function write(record) {
    kindInput.value = record.kind ?? (kinds.length === 1 ? kinds[0].code : '')
    common.title.input.value = record.title ?? ''
    common.unitId.value = record.unit ?? null
    common.firstDay.date.value = record.firstDay ?? ''
    common.lastDay.date.value = record.lastDay ?? ''
    common.latitude.input.value = Number.isFinite(record.latitude) ? String(record.latitude) : ''
    common.longitude.input.value = Number.isFinite(record.longitude) ? String(record.longitude) : ''
    common.source.input.value = record.source ?? ''
    for (const [field, control] of own) control.write(record.details?.[field.name] ?? null)
    look()
  }

  const snapshot = () => [
    kindInput.value,
    ...['title', 'unitId', 'firstDay', 'lastDay', 'latitude', 'longitude', 'source'].map((name) => common[name].input.value),
    ...[...own.values()].map((control) => control.text()),
  ]

  /** @returns {object|null} the body; null when something is missing or cannot be understood, which is then said */
  function read() {
    let fault = false
    const wrong = (control, key) => {
      control.setProblem(t(key))
      fault = true
    }
    for (const name of ['kind', 'title']) if (!common[name].input.value.trim()) wrong(common[name], 'record.missing')
    if (!common.unitId.value) wrong(common.unitId, 'movement.unitMissing')
    const [firstDay, lastDay] = [common.firstDay.date.value, common.lastDay.date.value]
    if (!isDay(firstDay)) wrong(common.firstDay, firstDay ? 'movement.dayWrong' : 'record.missing')
    if (lastDay && !isDay(lastDay)) wrong(common.lastDay, 'movement.dayWrong')
    const degrees = {}
    for (const name of ['latitude', 'longitude']) {
      const typed = common[name].input.value
      degrees[name] = typed.trim() ? readDegrees(typed) : null
      if (typed.trim() && degrees[name] === null) wrong(common[name], 'movement.degreesWrong')
    }
    const details = {}
    for (const [field, control] of own) {
      const value = control.read()
      if (value === undefined) wrong(control, 'movement.countWrong')
      else if (value === null && field.required) wrong(control, 'record.missing')
      else if (value !== null) details[field.name] = value
    }
    if (fault) return null
    return {
      kind: kindInput.value,
      unitId: common.unitId.value.id,
      title: common.title.input.value.trim(),
      firstDay,
      lastDay: lastDay || null,
      ...degrees,
      details,
      source: common.source.input.value.trim() || null,
    }
  }

  /** What is typed, and what is stored, as the same lines. */
  const lines = (record) =>
    entryLines(context, register, {
      ...record,
      kindName: kinds.find(({ code }) => code === record.kind)?.name ?? record.kindName,
      unit: record.unit ?? common.unitId.value,
    })

  function look() {
    const found = new Set(snapshot().flatMap((value) => findPersonalData(String(value))))
    const said = [...found].map((kind) => t(`mark.found.${kind}`)).join(', ')
    if (warning.dataset.said !== said)
      fill(warning, said && h('p', { class: 'hint hint-warning', text: t('reason.personalData', { what: said }) }))
    warning.dataset.said = said
  }

  write(entry ?? { unit })
  const dialog = openRecordForm({
    ...context,
    title: entry ? t('movement.editTitle', { name: register.label }) : t('movement.addTitle', { name: register.label }),
    testid: 'movement-form',
    wide: true,
    version: entry?.version ?? null,
    fields,
    content: [
      h('div', { class: 'form-grid' }, common.kind.element, common.unitId.element),
      common.title.element,
      h('div', { class: 'form-grid' }, common.firstDay.element, common.lastDay.element),
      h('div', { class: 'form-grid' }, [...own.values()].map(({ element }) => element)),
      common.source.element,
      h(
        'details',
        { class: 'fold', open: Number.isFinite(entry?.longitude) },
        h('summary', { text: t('movement.positionOpen') }),
        h('p', { class: 'hint', text: t('movement.positionHint') }),
        h('div', { class: 'form-grid' }, common.latitude.element, common.longitude.element),
        here,
      ),
      h('p', { class: 'notice notice-privacy' }, icon('shield'), h('span', { text: t('movement.privacy') })),
      warning,
    ],
    read,
    write,
    snapshot,
    lines,
  })
  dialog.element.addEventListener('input', look)
  return dialog
}
