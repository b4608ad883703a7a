import { isDay } from '../model/dates.js'
import { checkedField } from './checkedfield.js'
import { h } from './dom.js'
import { checkedDate } from './movementfields.js'
import { openRecordForm } from './recordform.js'
import { unitField } from './unitfield.js'

export const ORGANIZATION_KINDS = ['agency', 'enterprise', 'school']

/** What an organization is, as lines to read or to compare. */
export function organizationLines({ t, format }, { name, kind, communeName, validFrom, validTo }) {
  return [
    { label: t('organization.name'), text: name ?? '' },
    { label: t('organization.kind'), text: t(`criterion.subject.${kind}`) },
    { label: t('organization.commune'), text: communeName ?? '' },
    { label: t('organization.validFrom'), text: validFrom ? format.day(validFrom) : '' },
    { label: t('organization.validTo'), text: validTo ? format.day(validTo) : '' },
  ]
}

/**
 * The window to add an agency, an enterprise or a school, or to change one.
 * @param {object} context t, format, announce, search, firstDay (usual first day), save(body, version), onSaved, onClose
 * @param {object|null} organization null for a new one @param {{id: number, fullName: string}|null} commune the usual one
 */
export function openOrganizationForm(context, organization, commune) {
  const { t, firstDay } = context
  const needed = (key) => t('movement.needed', { label: t(key) })
  const kind = h(
    'select',
    { class: 'select', testid: 'organization-kind' },
    ORGANIZATION_KINDS.map((key) => h('option', { value: key, text: t(`criterion.subject.${key}`) })),
  )
  const fields = {
    name: checkedField(needed('organization.name'), h('input', { type: 'text', autocomplete: 'off', maxlength: '300', testid: 'organization-name' }), {
      hint: t('organization.nameHint'),
    }),
    kind: checkedField(needed('organization.kind'), kind),
    communeId: unitField({ ...context, label: needed('organization.commune'), hint: t('organization.communeHint'), testid: 'organization-commune' }),
    validFrom: checkedDate(context, needed('organization.validFrom'), { testid: 'organization-from' }),
    validTo: checkedDate(context, t('organization.validTo'), { testid: 'organization-to', hint: t('organization.validToHint') }),
  }

  function write(record) {
    fields.name.input.value = record.name ?? ''
    kind.value = record.kind ?? ORGANIZATION_KINDS[0]
    fields.communeId.value = record.communeId ? { id: record.communeId, fullName: record.communeName } : null
    fields.validFrom.date.value = record.validFrom ?? ''
    fields.validTo.date.value = record.validTo ?? ''
  }

  function read() {
    let fault = false
    const wrong = (name, key) => {
      fields[name].setProblem(t(key))
      fault = true
    }
    if (!fields.name.input.value.trim()) wrong('name', 'record.missing')
    if (!fields.communeId.value) wrong('communeId', 'movement.unitMissing')
    const [validFrom, validTo] = [fields.validFrom.date.value, fields.validTo.date.value || null]
    if (!validFrom) wrong('validFrom', 'record.missing')
    else if (!isDay(validFrom)) wrong('validFrom', 'movement.dayWrong')
    if (validTo && !isDay(validTo)) wrong('validTo', 'movement.dayWrong')
    if (fault) return null
    return { name: fields.name.input.value.trim(), kind: kind.value, communeId: fields.communeId.value.id, validFrom, validTo }
  }

  write(organization ?? { validFrom: firstDay, communeId: commune?.id, communeName: commune?.fullName })
  return openRecordForm({
    ...context,
    title: t(organization ? 'organization.editTitle' : 'organization.addTitle'),
    testid: 'organization-form',
    wide: true,
    version: organization?.version ?? null,
    fields,
    content: [
      fields.name.element,
      h('div', { class: 'form-grid' }, fields.kind.element, fields.communeId.element),
      h('div', { class: 'form-grid' }, fields.validFrom.element, fields.validTo.element),
    ],
    read,
    write,
    snapshot: () => Object.values(fields).map(({ input }) => input.value),
    lines: (record) => organizationLines(context, { ...record, communeName: record.communeName ?? fields.communeId.value?.fullName }),
  })
}
