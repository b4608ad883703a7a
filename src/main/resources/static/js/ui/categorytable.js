import { h } from './dom.js'

/**
 * One category of the list. Names come from people and go in as text.
 * @param {{t: Function, onEdit: (category: object) => void}} context
 * @param {object} category as /api/settings/incident-categories has it
 */
export function categoryRow({ t, onEdit }, category) {
  const { code, nameVi, nameEn, scale, restricted, active } = category
  const cell = (key, ...children) => h('td', { 'data-label': t(`categories.${key}`) }, ...children)
  return h(
    'tr',
    { class: active ? '' : 'is-inactive', data: { code } },
    h('th', { scope: 'row', 'data-label': t('categories.code') }, h('code', { text: code })),
    cell('nameVi', nameVi),
    cell('nameEn', h('span', { lang: 'en', text: nameEn })),
    cell('scale', t(`categories.scale.${scale}`)),
    cell('seen', restricted ? h('span', { class: 'tag tag-restricted', text: t('categories.restricted') }) : t('categories.open')),
    cell('use', active ? t('categories.active') : h('span', { class: 'tag', text: t('categories.inactive') })),
    h(
      'td',
      { class: 'category-do' },
      h('button', {
        type: 'button',
        class: 'button button-small',
        testid: 'category-edit',
        'aria-label': t('categories.editOne', { name: nameVi }),
        text: t('categories.edit'),
        on: { click: () => onEdit(category) },
      }),
    ),
  )
}

/**
 * What the grades of a scale mean, and by which rule; they come with the service and cannot be changed here.
 * @param {{t: Function, lang: string}} context
 * @param {{scale: string, grades: object[]}} scale @param {object[]} categories
 */
export function scaleSection({ t, lang }, { scale, grades }, categories) {
  const english = lang === 'en'
  const names = categories
    .filter((category) => category.scale === scale)
    .map((category) => (english ? category.nameEn : category.nameVi))
  const cell = (key, ...children) => h('td', { 'data-label': t(`categories.${key}`) }, ...children)
  const row = (grade) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row', 'data-label': t('categories.grade'), text: english ? grade.nameEn : grade.nameVi }),
      cell('rule', english ? grade.ruleEn : grade.ruleVi),
      cell(
        'source',
        h(
          'span',
          {},
          // A Vietnamese text of law, whatever the language of the page.
          h('span', { lang: 'vi', text: grade.source }),
          !grade.verified && h('small', { class: 'unverified', text: t('categories.unverified') }),
        ),
      ),
    )
  return h(
    'section',
    { class: 'scale', testid: `scale-${scale}` },
    h('h3', { text: t(`categories.scale.${scale}`) }),
    h('p', { class: 'muted', text: names.length ? t('categories.usedBy', { names: names.join(', ') }) : t('categories.usedByNone') }),
    grades.length > 0 &&
      h(
        'table',
        { class: 'admin-table' },
        h('caption', { class: 'visually-hidden', text: t(`categories.scale.${scale}`) }),
        h(
          'thead',
          {},
          h('tr', {}, ['grade', 'rule', 'source'].map((key) => h('th', { scope: 'col', text: t(`categories.${key}`) }))),
        ),
        h('tbody', {}, grades.map(row)),
      ),
  )
}
