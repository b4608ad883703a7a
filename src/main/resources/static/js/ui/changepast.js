import { byNewest } from '../model/boundarychange.js'
import { h } from './dom.js'
import { takeBackButton } from './takeback.js'

/**
 * Changes that were stored, made on the page or by a file, newest first: what, by whom, why; each can be taken back after a
 * second question.
 * @param {{t: Function, format: object, changes: object[], files: object[], onTakeBack: (changeId: string) => Promise<void>,
 *   onTakeFileBack: (file: object) => Promise<void>}} context
 */
export function changePast({ t, format, changes, files, onTakeBack, onTakeFileBack }) {
  const all = byNewest(changes, files)
  return h(
    'section',
    { class: 'import-past' },
    h('h2', { text: t('change.past') }),
    all.length
      ? h('ul', { class: 'import-list', testid: 'change-past' }, all.map((each) => (each.importId ? file(each) : change(each))))
      : h('p', { class: 'muted', text: t('change.none') }),
  )

  function change(each) {
    const title = `${each.before.join(', ')} → ${each.after.join(', ')}`
    const decision = [each.decisionNumber, each.decisionDay && format.day(each.decisionDay)].filter(Boolean).join(', ')
    return h(
      'li',
      {},
      heading(title, t(`change.title.${each.kind}`), each.state),
      h('p', {
        class: 'muted',
        text: t('change.pastLine', { day: format.day(each.day), who: each.storedBy, when: format.instant(each.storedAt) }),
      }),
      h('p', { text: decision ? `${each.reason} (${decision})` : each.reason }),
      each.takenBackBy &&
        h('p', { class: 'muted', text: t('change.takenBackLine', { who: each.takenBackBy, when: format.instant(each.takenBackAt) }) }),
      each.state === 'stored' && takeBack(title, each.changes, () => onTakeBack(each.changeId)),
    )
  }

  function file(each) {
    const title = each.fileName || t(`territory.collection.${each.collection}`)
    return h(
      'li',
      { testid: 'change-past-file' },
      heading(title, t('change.byFile', { layer: t(`territory.collection.${each.collection}`) }), each.state),
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
      h('p', {}, h('a', { href: `/import?${new URLSearchParams({ collection: each.collection })}`, text: t('change.openImport') })),
      each.mayTakeBack && takeBack(title, each.changes, () => onTakeFileBack(each)),
    )
  }

  function heading(title, kind, state) {
    return [
      h('strong', { text: title }),
      ' ',
      h('span', { class: 'tag', text: kind }),
      ' ',
      state === 'taken-back' && h('span', { class: 'tag', text: t('territory.state.taken-back') }),
    ]
  }

  function takeBack(name, count, onSure) {
    return takeBackButton({ t, format, testid: 'change-take-back', label: t('change.takeBackOf', { name }), count, onTakeBack: onSure })
  }
}
