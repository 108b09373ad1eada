import { Circle, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeviceWords } from './device-words.ts';

// A shape for each mood: colour alone would not tell them apart.
export const moodMarks: Record<DeviceWords['mood'], ReactNode> = {
  good: <CircleCheck />,
  warning: <TriangleAlert />,
  bad: <CircleX />,
  idle: <Circle />,
};
