/** Entry of dist/resultsTools.js: what needs a parser, loaded into the extension host only when it is used. */
export { joinPart } from '../jobs/partialRun';
export { editProfile } from '../../profile/edit';
