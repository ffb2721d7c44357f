import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PinEntity } from './pin.entity.js';
import { StandingPinsRepository } from './standing-pins.repository.js';
import { StandingPins } from './standing-pins.js';

/** Which pins stand: apart from the rest of the feature, as golden records need it and are needed by the rest. */
@Module({
  imports: [TypeOrmModule.forFeature([PinEntity])],
  providers: [StandingPins, StandingPinsRepository],
  exports: [StandingPins],
})
export class StandingPinsModule {}
