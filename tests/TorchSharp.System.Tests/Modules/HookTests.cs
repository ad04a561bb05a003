namespace VideoPoet.Engines.Tests.Modules;

/// <summary>Functions that are called around a module's own work.</summary>
public sealed class HookTests
{
    [Test]
    public void A_hook_before_may_replace_the_argument()
    {
        using var module = nn.Identity();
        module.register_forward_pre_hook((_, input) => input + 1);

        Assert.That(module.call(zeros(1)).item<float>(), Is.EqualTo(1));
    }

    [Test]
    public void A_hook_after_may_replace_the_result()
    {
        using var module = nn.Identity();
        module.register_forward_hook((_, _, result) => result * 3);

        Assert.That(module.call(ones(1)).item<float>(), Is.EqualTo(3));
    }

    [Test]
    public void Hooks_run_in_the_order_in_which_they_were_registered()
    {
        using var module = nn.Identity();
        module.register_forward_hook((_, _, result) => result + 1);
        module.register_forward_hook((_, _, result) => result * 10);

        Assert.That(module.call(ones(1)).item<float>(), Is.EqualTo(20));
    }

    [Test]
    public void Hooks_that_take_the_module_run_before_and_after()
    {
        using var module = nn.Identity();
        var calls = new List<string>();
        module.register_forward_pre_hook(_ => calls.Add("before"));
        module.register_forward_hook((_, _, result) =>
        {
            calls.Add("result");
            return result;
        });
        module.register_forward_hook(_ => calls.Add("after"));

        module.call(ones(1)).Dispose();

        Assert.That(calls, Is.EqualTo(new[] { "before", "result", "after" }));
    }

    [Test]
    public void A_hook_that_was_removed_is_not_called()
    {
        using var module = nn.Identity();
        var hook = module.register_forward_hook((_, _, result) => result * 3);

        hook.remove();

        Assert.That(module.call(ones(1)).item<float>(), Is.EqualTo(1));
    }

    [Test]
    public void Forward_itself_calls_no_hooks()
    {
        using var module = nn.Identity();
        module.register_forward_hook((_, _, result) => result * 3);

        Assert.That(module.forward(ones(1)).item<float>(), Is.EqualTo(1));
    }
}
