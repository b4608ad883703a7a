import { h } from './dom.js'
import { takeBackButton } from './takeback.js'

/**
 * Imports that were stored, newest first; a planner of the place can take each back after a second question.
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
    const takeBack = () =>
      takeBackButton({
        t,
        format,
        testid: 'import-take-back',
        label: t('territory.takeBackOf', { name: each.fileName }),
        count: each.changes,
        onTakeBack: () => onTakeBack(each.importId),
      })
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
      each.mayTakeBack && takeBack(),
    )
  }
}
