import { InvalidArgumentError } from 'commander';

/**
 * Reads the value of an option that takes a whole number from zero.
 * @throws InvalidArgumentError, which commander prints with the name of the option.
 */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError('It must be a whole number.');
  return value;
}
