// @ts-check
import { mapPlaces } from '../adapters/stack/loader.js'

/** Importing this lets the thread of a command run the .ts sources; with --debug, errors name places of them. */
if (process.argv.includes('--debug')) mapPlaces()
