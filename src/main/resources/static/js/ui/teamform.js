import { isDay } from '../model/dates.js'
import { readCount } from '../model/movement.js'
import { checkedField } from './checkedfield.js'
import { fill, h } from './dom.js'
import { checkedDate } from './movementfields.js'
import { openRecordForm } from './recordform.js'
import { unitField } from './unitfield.js'

/** What a security team is, as lines to read or to compare. */
export function teamLines({ t, format }, team, lists) {
  const nameOf = (list, code) => list.find((kind) => kind.code === code)?.name ?? code
  return [
    { label: t('team.name'), text: team.name ?? '' },
    { label: t('movement.kind'), text: nameOf(lists.kinds, team.kind) },
    { label: t('team.area'), text: team.area?.fullName ?? '' },
    {
      label: t('team.byRole'),
      text: (team.members ?? []).map(({ role, count }) => `${nameOf(lists.roles, role)}: ${format.count(count)}`).join('; '),
    },
    { label: t('team.members'), text: team.memberCount === null || team.memberCount === undefined ? '' : format.count(team.memberCount) },
    {
      label: t('team.gradings'),
      text: (team.gradings ?? []).map(({ year, grade }) => `${year}: ${nameOf(lists.grades, grade)}`).join('; '),
    },
    { label: t('team.validFrom'), text: team.validFrom ? format.day(team.validFrom) : '' },
    { label: t('team.validTo'), text: team.validTo ? format.day(team.validTo) : '' },
  ]
}

/**
 * The window to add a security team, or to change one. Members are counted by role, never named.
 * @param {object} context t, format, today, announce, search, save(body, version), onSaved, onClose
 * @param {{kinds: object[], roles: object[], grades: object[]}} lists @param {object|null} team null for a new one
 * @param {{id: number, fullName: string}|null} unit the usual one
 */
export function openTeamForm(context, lists, team, unit) {
  const { t, format, today } = context
  const usable = (list, codes) => list.filter((kind) => kind.active || codes.includes(kind.code))
  const kinds = usable(lists.kinds, [team?.kind])
  const roles = usable(lists.roles, (team?.members ?? []).map(({ role }) => role))
  const grades = usable(lists.grades, (team?.gradings ?? []).map(({ grade }) => grade))
  const needed = (key) => t('movement.needed', { label: t(key) })
  const number = (testid) => h('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: '6', testid })
  const kindInput = h('select', { class: 'select', testid: 'team-kind' }, kinds.map(({ code, name }) => h('option', { value: code, text: name })))
  const fields = {
    name: checkedField(needed('team.name'), h('input', { type: 'text', autocomplete: 'off', maxlength: '200', testid: 'team-name' }), {
      hint: t('movement.noPerson'),
    }),
    kind: checkedField(needed('movement.kind'), kindInput),
    areaId: unitField({ ...context, label: needed('team.area'), testid: 'team-area' }),
    memberCount: checkedField(t('team.members'), number('team-count'), { hint: t('team.countHint') }),
    validFrom: checkedDate(context, t('team.validFrom'), { testid: 'team-from' }),
    validTo: checkedDate(context, t('team.validTo'), { testid: 'team-to', hint: t('team.validToHint') }),
  }
  const byRole = new Map(roles.map((role) => [role.code, checkedField(role.name, number(`team-role-${role.code}`))]))
  const gradingHost = h('div', { class: 'stack gradings' })
  let gradingRows = []

  function gradingRow(year, grade) {
    const yearField = checkedField(t('team.year'), number('team-year'))
    yearField.input.value = year
    const gradeInput = h('select', { class: 'select', testid: 'team-grade' }, grades.map(({ code, name }) => h('option', { value: code, text: name })))
    const gradeField = checkedField(t('team.grade'), gradeInput)
    if (grade) gradeInput.value = grade
    const row = { yearField, gradeInput }
    row.element = h(
      'div',
      { class: 'grading' },
      yearField.element,
      gradeField.element,
      h('button', {
        type: 'button',
        class: 'button button-small',
        text: t('team.removeGrading'),
        on: {
          click() {
            gradingRows = gradingRows.filter((each) => each !== row)
            row.element.remove()
            addGrading.focus()
          },
        },
      }),
    )
    return row
  }

  const addGrading = h('button', {
    type: 'button',
    class: 'button button-small',
    testid: 'team-add-grading',
    text: t('team.addGrading'),
    on: {
      click() {
        const row = gradingRow(today.slice(0, 4))
        gradingRows.push(row)
        gradingHost.append(row.element)
        row.yearField.input.focus()
      },
    },
  })

  function write(record) {
    fields.name.input.value = record.name ?? ''
    kindInput.value = record.kind ?? kinds[0]?.code ?? ''
    fields.areaId.value = record.area ?? null
    fields.validFrom.date.value = record.validFrom ?? ''
    fields.validTo.date.value = record.validTo ?? ''
    for (const [code, { input }] of byRole) input.value = record.members?.find(({ role }) => role === code)?.count ?? ''
    fields.memberCount.input.value = record.members?.length ? '' : (record.memberCount ?? '')
    gradingRows = (record.gradings ?? []).map(({ year, grade }) => gradingRow(String(year), grade))
    fill(gradingHost, gradingRows.map(({ element }) => element))
  }

  const snapshot = () => [
    ...['name', 'kind', 'areaId', 'memberCount', 'validFrom', 'validTo'].map((name) => fields[name].input.value),
    ...[...byRole.values()].map(({ input }) => input.value),
    ...gradingRows.flatMap(({ yearField, gradeInput }) => [yearField.input.value, gradeInput.value]),
  ]

  function read() {
    let fault = false
    const wrong = (control, key) => {
      control.setProblem(t(key))
      fault = true
    }
    const count = (control) => {
      control.setProblem(null)
      if (!control.input.value.trim()) return null
      const value = readCount(control.input.value)
      if (value === null) wrong(control, 'movement.countWrong')
      return value
    }
    if (!fields.name.input.value.trim()) wrong(fields.name, 'record.missing')
    if (!fields.areaId.value) wrong(fields.areaId, 'movement.unitMissing')
    const days = {}
    for (const name of ['validFrom', 'validTo']) {
      days[name] = fields[name].date.value || null
      if (days[name] && !isDay(days[name])) wrong(fields[name], 'movement.dayWrong')
    }
    const members = [...byRole].map(([role, control]) => ({ role, count: count(control) })).filter((each) => each.count !== null)
    const memberCount = count(fields.memberCount)
    const gradings = gradingRows.map(({ yearField, gradeInput }) => ({ year: count(yearField), grade: gradeInput.value }))
    gradingRows.forEach(({ yearField }, index) => gradings[index].year === null && wrong(yearField, 'record.missing'))
    if (fault) return null
    return {
      name: fields.name.input.value.trim(),
      kind: kindInput.value,
      areaId: fields.areaId.value.id,
      ...days,
      memberCount: members.length ? members.reduce((sum, each) => sum + each.count, 0) : memberCount,
      members,
      gradings,
    }
  }

  write(team ?? { area: unit })
  return openRecordForm({
    ...context,
    title: t(team ? 'team.editTitle' : 'team.addTitle'),
    testid: 'team-form',
    wide: true,
    version: team?.version ?? null,
    fields,
    content: [
      h('div', { class: 'form-grid' }, fields.name.element, fields.kind.element),
      fields.areaId.element,
      h(
        'fieldset',
        { class: 'group' },
        h('legend', { text: t('team.byRole') }),
        h('p', { class: 'hint', text: t('team.byRoleHint') }),
        h('div', { class: 'form-grid' }, [...byRole.values()].map(({ element }) => element)),
      ),
      fields.memberCount.element,
      h('fieldset', { class: 'group' }, h('legend', { text: t('team.gradings') }), gradingHost, addGrading),
      h('div', { class: 'form-grid' }, fields.validFrom.element, fields.validTo.element),
    ],
    read,
    write,
    snapshot,
    lines: (record) => teamLines(context, { ...record, area: record.area ?? fields.areaId.value }, lists),
  })
}
