import { type Escalation, hacking, pathfinding, rhino, told } from './escalation.ts'

/** A service is made to act with a role that it is given, or has. */
export const byService: ReadonlyArray<Escalation> = [
  told('a virtual machine with a role', rhino(3), 'iam:PassRole', 'ec2:RunInstances'),
  told(
    'what a virtual machine starts with',
    pathfinding('ec2-002'),
    'ec2:ModifyInstanceAttribute',
    'ec2:StopInstances',
    'ec2:StartInstances'
  ),
  told('a spot machine with a role', pathfinding('ec2-003'), 'iam:PassRole', 'ec2:RequestSpotInstances'),
  told('a launch template', pathfinding('ec2-004'), 'ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'),
  told(
    'machines of a scaling group',
    hacking('iam:PassRole, autoscaling:…'),
    'iam:PassRole',
    'autoscaling:CreateLaunchConfiguration',
    'autoscaling:CreateAutoScalingGroup'
  ),
  told('a key for a running machine', pathfinding('ec2instanceconnect-003'), 'ec2-instance-connect:SendSSHPublicKey'),
  told('a function that is invoked', rhino(15), 'iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'),
  told(
    'a function that another account invokes',
    rhino(16),
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:AddPermission'
  ),
  told(
    'a function that a table triggers',
    rhino(17),
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:CreateEventSourceMapping',
    'dynamodb:CreateTable'
  ),
  told('new code of a function', rhino(18), 'lambda:UpdateFunctionCode'),
  told('a layer for a function', rhino(26), 'lambda:UpdateFunctionConfiguration'),
  told('a development endpoint', rhino(19), 'iam:PassRole', 'glue:CreateDevEndpoint'),
  told('a key for a development endpoint', rhino(20), 'glue:UpdateDevEndpoint'),
  told('a job with a role', pathfinding('glue-003'), 'iam:PassRole', 'glue:CreateJob', 'glue:StartJobRun'),
  told("another job's command", pathfinding('glue-005'), 'iam:PassRole', 'glue:UpdateJob', 'glue:StartJobRun'),
  told('a stack with a role', rhino(21), 'iam:PassRole', 'cloudformation:CreateStack'),
  told('a stack that has a role', pathfinding('cloudformation-002'), 'cloudformation:UpdateStack'),
  told(
    'a stack set',
    pathfinding('cloudformation-003'),
    'iam:PassRole',
    'cloudformation:CreateStackSet',
    'cloudformation:CreateStackInstances'
  ),
  told(
    'a change set',
    pathfinding('cloudformation-005'),
    'cloudformation:CreateChangeSet',
    'cloudformation:ExecuteChangeSet'
  ),
  told(
    'a data pipeline',
    rhino(22),
    'iam:PassRole',
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
    'datapipeline:ActivatePipeline'
  ),
  told(
    'a build with a role',
    pathfinding('codebuild-001'),
    'iam:PassRole',
    'codebuild:CreateProject',
    'codebuild:StartBuild'
  ),
  told('a build that has a role', pathfinding('codebuild-002'), 'codebuild:StartBuild'),
  told(
    'a notebook with a role',
    rhino(27),
    'iam:PassRole',
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl'
  ),
  told('a training job', pathfinding('sagemaker-002'), 'iam:PassRole', 'sagemaker:CreateTrainingJob'),
  told('a container with a role', pathfinding('ecs-004'), 'iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'),
  told('a web service with a role', pathfinding('apprunner-001'), 'iam:PassRole', 'apprunner:CreateService'),
  told('a command on a managed machine', pathfinding('ssm-002'), 'ssm:SendCommand'),
  told('a session on a managed machine', pathfinding('ssm-001'), 'ssm:StartSession')
]
