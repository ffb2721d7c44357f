import { Module } from '@nestjs/common';
import { GoldenModule } from '../golden/golden.module.js';
import { ResolutionModule } from '../resolution/resolution.module.js';
import { StewardshipModule } from '../stewardship/stewardship.module.js';
import { ExpirePinsHandler } from './expire-pins.js';
import { ListPinsHandler } from './list-pins.js';
import { PinWriter } from './pin-writer.js';
import { PinsController } from './pins.controller.js';
import { PinsRepository } from './pins.repository.js';
import { PutPinHandler } from './put-pin.js';
import { StandingPinsModule } from './standing-pins.module.js';
import { WithdrawPinHandler } from './withdraw-pin.js';

/** What stewards say of single attributes, to outlive every change of the records. */
@Module({
  imports: [GoldenModule, ResolutionModule, StandingPinsModule, StewardshipModule],
  controllers: [PinsController],
  providers: [ExpirePinsHandler, ListPinsHandler, PinWriter, PinsRepository, PutPinHandler, WithdrawPinHandler],
})
export class PinsModule {}
