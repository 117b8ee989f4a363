import { dateMarker, type DatePolicy } from './dates';
import type { HarvestIndex } from './harvestIndex';
import { findHarvestedDates } from './harvested/dates';
import { findHarvestedIdentifiers } from './harvested/identifiers';
import { findHarvestedInitials } from './harvested/initials';
import { findHarvestedNames, settleAmbiguousNames } from './harvested/names';
import { findHarvestedPlaces } from './harvested/places';
import { findNames, type NameSearch } from './names/findNames';
import { findWholeValueName } from './names/wholeValue';
import type { Reading } from './reading';
import { findAgesOver89 } from './recognizers/ages';
import { findCodeAndTown } from './recognizers/codeAndTown';
import { findContextIdentifiers } from './recognizers/contextIdentifiers';
import { findCutValues } from './recognizers/cutValues';
import { findDeviceSerials } from './recognizers/deviceSerials';
import { findEmails } from './recognizers/email';
import { findForeignAddresses } from './recognizers/foreignAddresses';
import { findInstitutions } from './recognizers/institutions';
import { findNetworkAddresses } from './recognizers/network';
import { findNumericDates } from './recognizers/numericDates';
import { findPhones } from './recognizers/phone';
import { findPostalCodes } from './recognizers/postalCodes';
import { findShapeIdentifiers } from './recognizers/shapeIdentifiers';
import { findSocialSecurityNumbers } from './recognizers/ssn';
import { findStateAndZip } from './recognizers/stateAndZip';
import { findStreetAddresses } from './recognizers/streetAddresses';
import { findTowns } from './recognizers/towns';
import { findUrls } from './recognizers/url';
import { findWrittenDates } from './recognizers/writtenDates';

/**
 * Reads one text through the whole cascade: what the header names, then what has a shape of its own, then places, then
 * names by their context. Later steps see what earlier ones found.
 */
export function recognize(reading: Reading, index: HarvestIndex, policy: DatePolicy): NameSearch {
  if (!index.isEmpty) {
    findHarvestedIdentifiers(reading, index);
    findHarvestedPlaces(reading, index);
    findHarvestedNames(reading, index);
    findHarvestedInitials(reading, index);
  }
  findEmails(reading);
  findUrls(reading);
  if (reading.hasDigit) findNumbers(reading, index, policy);
  else findAgesOver89(reading);
  findCutValues(reading);
  if (!index.isEmpty && reading.hasDigit) settleAmbiguousNames(reading, index);
  findTowns(reading);
  findInstitutions(reading);
  findWholeValueName(reading);
  const known = reading.findings.length;
  const search = findNames(reading);
  // `by Roe and JS`: initials beside a name found just now.
  if (!index.isEmpty && reading.findings.length > known) findHarvestedInitials(reading, index);
  return search;
}

/** Everything that is written with digits. */
function findNumbers(reading: Reading, index: HarvestIndex, policy: DatePolicy): void {
  findNetworkAddresses(reading);
  findSocialSecurityNumbers(reading);
  findContextIdentifiers(reading);
  findPhones(reading);
  const mark = dateMarker(reading, policy);
  findNumericDates(reading, mark);
  findWrittenDates(reading, mark);
  findHarvestedDates(reading, index);
  findAgesOver89(reading);
  findShapeIdentifiers(reading);
  findDeviceSerials(reading);
  findStateAndZip(reading);
  findForeignAddresses(reading);
  findStreetAddresses(reading);
  findCodeAndTown(reading);
  findPostalCodes(reading);
}
