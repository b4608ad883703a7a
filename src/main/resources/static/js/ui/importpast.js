import { fill, h } from './dom.js'

/**
 * Imports that were stored, newest first; whoever brought one in can take it back after a second question.
 * @param {{t: Function, format: object, imports: object[], onTakeBack: (importId: string) => Promise<void>}} context
 */
export function importPast({ t, format, imports, onTakeBack }) {
  return h(
    'section',
    { class: 'import-past' },
    h('h2', { text: t('territory.past') }),
    imports.length
      ? h('ul', { class: 'import-list', testid: 'import-past' }, imports.map(item))
      : h('p', { class: 'muted', text: t('territory.none') }),
  )

  function item(each) {
    const actions = h('span', { class: 'actions' })
    const offer = () =>
      fill(
        actions,
        h('button', {
          type: 'button',
          class: 'button',
          testid: 'import-take-back',
          'aria-label': t('territory.takeBackOf', { name: each.fileName }),
          text: t('territory.takeBack'),
          on: { click: ask },
        }),
      )
    function ask() {
      const sure = h('button', { type: 'button', class: 'button button-danger', testid: 'import-take-back-sure', text: t('territory.takeBack') })
      sure.addEventListener('click', async () => {
        sure.disabled = true
        await onTakeBack(each.importId)
      })
      fill(
        actions,
        h('span', { text: t('territory.sureQuestion', { count: format.count(each.changes) }) }),
        h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: offer } }),
        sure,
      )
      sure.focus()
    }
    if (each.mayTakeBack) offer()
    return h(
      'li',
      {},
      h('strong', { text: each.fileName }),
      ' ',
      h('span', { class: 'tag', text: t(`territory.state.${each.state}`) }),
      h('p', {
        class: 'muted',
        text: t('territory.pastLine', {
          unit: each.unit,
          day: format.day(each.validFrom),
          count: format.count(each.changes),
          who: each.createdBy,
          when: format.instant(each.createdAt),
        }),
      }),
      actions,
    )
  }
}
