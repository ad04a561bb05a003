namespace VideoPoet.Torch.Tests.Distributed;

public sealed class ProcessEnvironmentTests
{
    [Test]
    public void Without_variables_a_process_is_alone() => Assert.That(Read(), Is.EqualTo(new ProcessGroupSettings { Rank = 0, Size = 1 }));

    [Test]
    public void A_launcher_that_starts_one_process_needs_no_address() => Assert.That(
        Read("RANK=0", "WORLD_SIZE=1"), Is.EqualTo(new ProcessGroupSettings { Rank = 0, Size = 1, Port = 1 }));

    [Test]
    public void The_variables_of_launchers_are_read() => Assert.That(
        Read("RANK=3", "WORLD_SIZE=8", "MASTER_ADDR=node-0", "MASTER_PORT=29511", "SLURM_PROCID=5", "GLOO_SOCKET_IFNAME=eth1"),
        Is.EqualTo(new ProcessGroupSettings { Rank = 3, Size = 8, Address = "node-0", Port = 29511, Interface = "eth1" }));

    [Test]
    public void The_store_of_torchrun_is_used_when_it_offers_it() => Assert.That(
        Read("RANK=0", "WORLD_SIZE=2", "MASTER_ADDR=a", "MASTER_PORT=1", "TORCHELASTIC_USE_AGENT_STORE=True", "TORCHELASTIC_RESTART_COUNT=2"),
        Is.EqualTo(new ProcessGroupSettings { Rank = 0, Size = 2, Address = "a", Port = 1, LauncherListens = true, Name = "2" }));

    [Test]
    public void Slurm_tells_rank_and_size_once_an_address_is_given()
    {
        Assert.That(
            Read("SLURM_PROCID=1", "SLURM_NTASKS=4", "MASTER_ADDR=a", "MASTER_PORT=2"),
            Is.EqualTo(new ProcessGroupSettings { Rank = 1, Size = 4, Address = "a", Port = 2 }));
        Assert.That(Read("SLURM_PROCID=1", "SLURM_NTASKS=4").Size, Is.EqualTo(1));
    }

    [TestCase("RANK is missing; WORLD_SIZE is missing; MASTER_PORT is missing", "MASTER_ADDR=a")]
    [TestCase("MASTER_ADDR is missing: the name or address of the machine of rank 0; MASTER_PORT is missing", "RANK=0", "WORLD_SIZE=2")]
    [TestCase("RANK is 2, and must be below WORLD_SIZE, which is 2", "RANK=2", "WORLD_SIZE=2", "MASTER_ADDR=a", "MASTER_PORT=1")]
    [TestCase("SLURM_PROCID is 4, and must be below SLURM_NTASKS", "SLURM_PROCID=4", "SLURM_NTASKS=4", "MASTER_ADDR=a", "MASTER_PORT=1")]
    [TestCase("MASTER_PORT is '65536', and must be a whole number from 1 to 65535", "RANK=0", "WORLD_SIZE=2", "MASTER_ADDR=a", "MASTER_PORT=65536")]
    [TestCase("RANK is '-1', and must be a whole number from 0; WORLD_SIZE is '0'", "RANK=-1", "WORLD_SIZE=0", "MASTER_ADDR=a", "MASTER_PORT=1")]
    [TestCase("RANK is 'one', and must be a whole number", "RANK=one", "WORLD_SIZE=2", "MASTER_ADDR=a", "MASTER_PORT=1")]
    public void What_is_missing_or_makes_no_sense_is_named(string message, params string[] variables) =>
        Assert.That(() => Read(variables), Throws.TypeOf<ProcessGroupException>().With.Message.Contains(message));

    private static ProcessGroupSettings Read(params string[] variables) => ProcessEnvironment.Read(
        variables.Select(text => text.Split('=')).ToDictionary(parts => parts[0], parts => (string?)parts[1]).GetValueOrDefault);
}
