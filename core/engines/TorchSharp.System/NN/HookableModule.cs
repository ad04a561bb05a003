namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls hooks before and after its own work.</summary>
        /// <typeparam name="TPreHook">A function of the module and its arguments that may replace the arguments.</typeparam>
        /// <typeparam name="TPostHook">A function of the module, its arguments and its result that may replace the result.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            /// <summary>Hooks that get the arguments, by key.</summary>
            protected readonly Dictionary<string, TPreHook> pre_hooks = [];

            /// <summary>Hooks that get the arguments and the result, by key.</summary>
            protected readonly Dictionary<string, TPostHook> post_hooks = [];

            /// <summary>Hooks that get only the module, before its work, by key.</summary>
            protected readonly Dictionary<string, Action<Module>> module_pre_hooks = [];

            /// <summary>Hooks that get only the module, after its work, by key.</summary>
            protected readonly Dictionary<string, Action<Module>> module_post_hooks = [];

            /// <summary>A module without hooks.</summary>
            /// <param name="name">What the module calls itself.</param>
            protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>Calls a hook after every call; what it returns, unless null, replaces the result.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(post_hooks, hook);

            /// <summary>Calls a hook before every call; what it returns, unless null, replaces the arguments.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(pre_hooks, hook);

            /// <summary>Calls a hook with the module after every call.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Register(module_post_hooks, hook);

            /// <summary>Calls a hook with the module before every call.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(module_pre_hooks, hook);

            private HookRemover Register<T>(Dictionary<string, T> hooks, T hook)
            {
                var key = Guid.NewGuid().ToString();
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            private protected void Run(Dictionary<string, Action<Module>> hooks)
            {
                foreach (var hook in hooks.Values)
                    hook(this);
            }

            private void Remove(string key)
            {
                pre_hooks.Remove(key);
                post_hooks.Remove(key);
                module_pre_hooks.Remove(key);
                module_post_hooks.Remove(key);
            }

            /// <summary>Takes one hook away again.</summary>
            /// <param name="module">The module that has the hook.</param>
            /// <param name="key">The key of the hook.</param>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                /// <summary>Takes the hook away; a second call does nothing.</summary>
                public void remove() => module.Remove(key);
            }
        }
    }
}
