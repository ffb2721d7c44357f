import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Client } from '../auth/client.js';
import type { Domain } from '../domain/domain.js';
import { OperationView } from '../operations/operation-view.js';
import { CollectionPipe } from '../platform/http/collection.pipe.js';
import { decodeCursor, pageOf, PageParameters } from '../platform/http/pagination.js';
import { ActivateModel } from './activate-model.js';
import { GetModel } from './get-model.js';
import { ListModels } from './list-models.js';
import { ModelPage, ModelParameters, ModelView, TrainingRequest } from './models.dto.js';
import { presentModel, presentSummary } from './present-model.js';
import { PreviewModel } from './preview-model.js';
import { TrainModel } from './train-model.js';

const idParameter = { name: 'modelId', description: '`shipped`, or the id of a trained model.' };

/** The matching models of a collection: the shipped one, and those trained on what is held. */
@Controller('v1/:collection/models')
export class ModelsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the matching models, newest first; the shipped one is the last' })
  @ApiOkResponse({ type: ModelPage })
  async list(
    @Param('collection', CollectionPipe) domain: Domain,
    @Query() { limit, cursor }: PageParameters,
  ): Promise<ModelPage> {
    const before = decodeCursor(cursor, (value): value is number => Number.isSafeInteger(value));
    const models = await this.queries.execute(new ListModels(domain, before, limit + 1));
    const page = pageOf(models, limit, ({ version }) => version);
    return { ...page, items: page.items.map(presentSummary) };
  }

  @Get(':modelId')
  @ApiOperation({ summary: 'Reads a matching model: what it compares, by which weights, and how sure it is' })
  @ApiParam(idParameter)
  @ApiOkResponse({ type: ModelView })
  async get(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('modelId') id: string,
    @Query() { frequencies }: ModelParameters,
  ): Promise<ModelView> {
    return presentModel(await this.queries.execute(new GetModel(domain, id)), frequencies === 'full');
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Trains a model without labels on what is held; it changes nothing until it is activated' })
  @ApiBody({ type: TrainingRequest, required: false })
  @ApiAcceptedResponse({ type: OperationView, description: 'The `result` of the operation names the model.' })
  async train(
    @Param('collection', CollectionPipe) domain: Domain,
    @Body() { sampleSize }: TrainingRequest,
    @Client() client: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperationView> {
    return locate(reply, await this.commands.execute(new TrainModel(domain, sampleSize, client)));
  }

  @Post(':modelId/preview')
  @HttpCode(202)
  @ApiOperation({ summary: 'Finds out what the activation of a model would change; changes nothing' })
  @ApiParam(idParameter)
  @ApiAcceptedResponse({ type: OperationView, description: 'The `result` of the operation counts the changes.' })
  async preview(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('modelId') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperationView> {
    return locate(reply, await this.commands.execute(new PreviewModel(domain, id)));
  }

  @Post(':modelId/activation')
  @HttpCode(202)
  @ApiOperation({ summary: 'Makes a model the active one, and resolves everything by it' })
  @ApiParam(idParameter)
  @ApiAcceptedResponse({
    type: OperationView,
    description: 'The model is active. The operation succeeds once every record is resolved by it.',
  })
  async activate(
    @Param('collection', CollectionPipe) domain: Domain,
    @Param('modelId') id: string,
    @Client() client: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperationView> {
    return locate(reply, await this.commands.execute(new ActivateModel(domain, id, client)));
  }
}

function locate(reply: FastifyReply, operation: OperationView): OperationView {
  void reply.header('location', `/v1/operations/${operation.id}`);
  return operation;
}
