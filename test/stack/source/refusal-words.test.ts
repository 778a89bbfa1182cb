import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'
import { escapes } from './escapes.ts'

const test = suite('the words of all that a stack file may not have')

/** What is told of each escape, with … for what the author wrote. */
const expected = [
  'ASCII without escapes, but for text and comments',
  '`export default`, and other exports under plain names',
  '`…`',
  'a member whose name is written out',
  'a name that this file declares or imports, or that means the same everywhere',
  'a plain import',
  'characters that every reader sees, in lines that end with LF or CRLF',
  'constants, functions and the values they make',
  'each key and each name once',
  'members that give the same to every stack on every machine',
  'names that are not JavaScript’s or Node’s own, and do not begin with __',
  'operations whose result is the same on every engine',
  'signs that mean the same to every parser',
  'values that stay as they are made',
  'zenthea-foundation/lock-table, zenthea-foundation/stack, or a file in stacks/ such as ./shared/tags.ts'
]

const actual = [
  'U+… outside of text',
  'U+…, a character that shows nothing or changes how the text around it is shown',
  '`__proto__` as a key, which sets a prototype',
  '`await`: loading a stack has nothing to wait for',
  '`debugger`',
  '`for await`',
  '`import =` or `export =`',
  '`import.meta` or `new.target`',
  '`this` or `super`',
  '`toSorted` by a comparison, which the engine may ask in any order',
  '`toString` to a base, whose digits depend on the engine',
  '`try`: a declaration does not recover',
  '`using`',
  '`yield`',
  '`…` beside a value that may be text: which digits it reads in text depends on the engine',
  '`…`, a name of JavaScript or Node that a stack may not use here',
  '`…`, which begins a comment of HTML for some',
  '`…`, which changes a value',
  '`…`, which makes no value',
  '`…`, which nothing in this file declares',
  '`…`, which reaches code made from text',
  '`…`, which reaches every global name',
  '`…`, which reaches other modules',
  '`…`, which reaches randomness',
  '`…`, which reaches the clock',
  '`…`, which reaches the environment and the process',
  '`…`, which reaches the language and the time zone of the machine',
  '`…`, which reaches the network',
  '`…`, which reaches the terminal',
  '`…`, whose digits depend on the engine',
  'a change of `…`, which this function does not declare',
  'a change of a part of a value',
  'a class',
  'a declaration of `…`',
  'a dynamic `import()`',
  'a function that waits or pauses',
  'a function with type arguments that is not called',
  'a getter or a setter',
  'a key that is known only at run time, beside others',
  'a member whose name is known only at run time',
  'a name in quotes',
  'a namespace',
  'a number of more than 20 digits, which engines may round differently',
  'a regular expression',
  'a second `…`',
  'a tagged template',
  'a type assertion in angle brackets',
  'an `enum`, which is more than a type',
  'an escape in a name',
  "an import of '…'",
  "an import of '…', which does not end in .ts",
  "an import of '…', which is not a plain path",
  'an import with attributes or a phase',
  'the key `…` for the second time',
  'the member `…`, which changes a list that others may hold',
  'the member `…`, which depends on the engine',
  'the member `…`, which depends on the language of the machine',
  'the member `…`, which gives something that can be used up, so that a second stack finds it empty',
  'the member `…`, which leads to code behind the value',
  'the member `…`, which makes a regular expression of text',
  'the member `…`, which reads as much of a text as it likes, and digits as the engine does',
  'the name `…`, by which JavaScript acts on a module'
]

const remedies = [
  'Call a function instead.',
  'Give it a plain name of its own.',
  'Give it an object of its own: ...{ [key]: value }.',
  'Give it another name, or remove one of the two.',
  'Give it another name; as a key or a member of an object the name is fine.',
  'Import at the top of the file, with `import … from`.',
  'Import from the authoring surface or from a file in stacks/, or write the value itself.',
  'Import the value from the file that has it.',
  'Leave the type arguments out.',
  'Make a new list: [...list, item], list.filter(…), list.toSorted(), list.toReversed().',
  'Make a new object without the key.',
  'Make a new value under a name of its own; a stack changes only what the same function declares with `let`.',
  'Name the value: in a declaration nothing has a receiver.',
  'Put a space or parentheses between the signs.',
  'Remove it, so that an error ends the loading and is shown.',
  'Remove it.',
  'Remove it; in text write what is meant, such as a space.',
  'Remove one of the two.',
  'Remove the key.',
  'Use a file in stacks/ with its own exports instead.',
  'Use a plain object with `as const`.',
  'Use the list itself, Object.values(…), Object.keys(…) or Object.entries(…).',
  'Write `const`.',
  'Write `for (… of …)`.',
  'Write `import { … } from`.',
  'Write `import … from` or `export default`.',
  'Write `value as Type`.',
  'Write a plain function that returns its value at once.',
  'Write a plain list.',
  'Write a plain object, or a function that returns one.',
  'Write list.toSorted(), which orders texts by code unit, or write the list in its order.',
  'Write names with the letters a to z, digits, _ and $, and space with spaces.',
  'Write the name: object.name, object["name"] or list[0]; Object.entries(…).find(…) looks a key up.',
  'Write the number itself, or Number(text).',
  'Write the number itself, or Number(value).',
  'Write the number itself, or multiply.',
  'Write the number with fewer digits, or as text.',
  'Write the text itself, or use includes, startsWith, endsWith, indexOf or split.',
  'Write the text itself, or use the form without Locale.',
  'Write the text itself.',
  'Write the text itself: what a stack declares is not worked out from other text.',
  'Write the value itself, without `await`.',
  'Write the value itself.',
  "Write the value itself. Of JavaScript's own names a stack may use undefined, NaN, Infinity, String, Number, Boolean, Array.from, Array.isArray, Array.of, Object.entries, Object.freeze, Object.fromEntries, Object.keys, Object.values, throw new Error.",
  'Write the value itself: a stack does not ask where or how it runs.',
  'Write the value itself; a declaration does not look behind values.',
  'Write … for ….'
]

const surface = ['zenthea-foundation/lock-table', 'zenthea-foundation/stack']
const problems = Object.values(escapes)
  .flat()
  .flatMap((marked) => judgedSource('stacks/a.ts', marked.replaceAll('¦', ''), surface).problems)

/** The words without what the author wrote. */
const withoutNames = (words: string): string =>
  words
    .replace(/^`[^`]{1,24}`(?=, (?:a name of|which|whose digits|by which)| beside)/, '`…`')
    .replace(/^(the member|the name|a change of|a second|the key|a declaration of) `[^`]+`/, '$1 `…`')
    .replace(/U\+[0-9A-F]+/, 'U+…')
    .replace(/'[^']*'(?=$|, which)/, "'…'")
    .replace(/^`[^`]+`$/, (whole) => (isKind(whole) ? whole : '`…`'))
    .replace(/^Write \S+ for \S+$/, 'Write … for ….')

/** Syntax that is named itself. */
const isKind = (words: string): boolean => ['`debugger`', '`for await`', '`using`', '`yield`'].includes(words)

const told = (part: 'expected' | 'actual' | 'remedy'): ReadonlyArray<string> =>
  [...new Set(problems.map((problem) => withoutNames(problem[part])))].toSorted()

test('what would be right is one of these', () => assert.equal(told('expected'), expected.toSorted()))
test('what is there is one of these', () => assert.equal(told('actual'), actual.toSorted()))
test('what to do is one of these', () => assert.equal(told('remedy'), remedies.toSorted()))

test.run()
