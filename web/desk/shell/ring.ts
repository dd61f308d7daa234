let audio: AudioContext | undefined;

/** Two soft notes, made here so that no sound file has to be fetched. */
export function ring(): void {
  audio ??= new AudioContext();
  [660, 880].forEach((pitch, index) => note(audio as AudioContext, pitch, index * 0.12));
}

function note(context: AudioContext, pitch: number, after: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  const start = context.currentTime + after;
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.06, start);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.25);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.26);
}
