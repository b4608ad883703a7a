import { readDetail } from '../model/auditdetail.js'
import { h } from './dom.js'

const KNOWN_ROLES = new Set(['LEADER', 'OFFICER', 'PLANNER', 'ADMINISTRATOR'])

/**
 * One line of the audit trail. Names and filters in it come from outside and go in as text.
 * @param {{t: Function, format: object, onIncident: (id: string) => void}} context
 * @param {object} entry as /api/audit has it
 */
export function auditRow({ t, format, onIncident }, entry) {
  const cell = (key, className, ...children) =>
    h('td', { class: className, 'data-label': t(`audit.${key}`) }, ...children)
  return h(
    'tr',
    { tabindex: '-1', data: { entryId: entry.id, action: entry.action } },
    cell('at', 'audit-at', format.instant(entry.at)),
    cell(
      'username',
      'audit-who',
      h(
        'span',
        {},
        h('strong', { text: entry.username === '?' ? t('audit.nobody') : entry.username }),
        KNOWN_ROLES.has(entry.role) && h('small', { text: t(`role.${entry.role}`) }),
      ),
    ),
    cell('what', '', t(`audit.action.${entry.action}`)),
    cell('subject', '', subject(entry)),
    entry.detail ? cell('detail', 'audit-detail', readDetail(entry.detail, t)) : h('td'),
    entry.address ? cell('address', '', entry.address) : h('td'),
  )

  function subject({ subjectKind, subjectId, count }) {
    if (subjectKind === 'incident' && subjectId)
      return h('button', {
        type: 'button',
        class: 'link-button',
        title: t('audit.onlyThis'),
        text: subjectId,
        on: { click: () => onIncident(subjectId) },
      })
    const parts = [
      subjectKind === 'collection' ? t(`collection.${subjectId}`) : null,
      subjectKind === 'category' ? t('audit.category', { code: subjectId }) : null,
      subjectKind === 'area' ? t('audit.area', { id: subjectId }) : null,
      count === null ? null : t('audit.records', { count: format.count(count) }),
    ]
    return parts.filter(Boolean).join(' · ') || '–'
  }
}
